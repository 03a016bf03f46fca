#!/bin/sh
# From nothing to models/upscale-mini; needs an autoencoder of elements-mini (models/train/elements). `train.sh --tiny`
# shows in a few minutes that every step works; what it makes sharpens nothing.
set -eu
cd "$(dirname "$0")"
python=${PYTHON:-python3}
work=../work/upscaler autoencoder=../work/elements/ae out=../../upscale-mini poses=4 held=31 minutes=45
if [ "${1:-}" = --tiny ]; then
    work=../work/tiny/upscaler autoencoder=../work/tiny/ae out=../work/tiny/upscale-mini poses=1 held=2 minutes=0.3
fi
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1
[ -f ../elements/renderer.so ] || gcc -O3 -march=native -ffast-math -fopenmp -shared -fPIC ../elements/renderer.c -o ../elements/renderer.so -lm
[ -f "$work/pairs.json" ] || "$python" pairs.py --out "$work" --poses "$poses" --held "$held"
"$python" train.py --data "$work" --out "$work" --autoencoder "$autoencoder" --minutes "$minutes"
"$python" check.py quality --data "$work" --trained "$work" --autoencoder "$autoencoder" --out "$work/quality.json"
"$python" write.py --trained "$work" --quality "$work/quality.json" --out "$out"
runtime=../../../deps/node_modules/com.github.asus4.onnxruntime/Plugins/Linux/x64/libonnxruntime.so
[ ! -f "$runtime" ] || "$python" check.py graph --model "$out" --trained "$work" --onnxruntime "$runtime"
