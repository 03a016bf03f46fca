#!/bin/sh
# From nothing to models/upscale-mini, for what models/elements-mini paints. `train.sh --tiny` shows in a minute that
# every step works; what it makes sharpens nothing.
set -eu
cd "$(dirname "$0")"
python=${PYTHON:-python3}
work=../work/upscaler out=../../upscale-mini poses=4 held=31 minutes=45 every=1
if [ "${1:-}" = --tiny ]; then
    tiny=${WORK:-../work/tiny}
    work=$tiny/upscaler out=$tiny/upscale-mini poses=1 held=1 minutes=0.05 every=28
fi
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1
[ -f ../elements/renderer.so ] || gcc -O3 -march=native -ffast-math -fopenmp -shared -fPIC ../elements/renderer.c -o ../elements/renderer.so -lm
[ -f "$work/pairs.json" ] || "$python" pairs.py --out "$work" --poses "$poses" --held "$held" --every "$every"
"$python" train.py --data "$work" --out "$work" --elements ../../elements-mini --minutes "$minutes"
"$python" check.py quality --data "$work" --trained "$work" --elements ../../elements-mini --out "$work/quality.json"
"$python" write.py --trained "$work" --quality "$work/quality.json" --out "$out"
runtime=../../../deps/node_modules/com.github.asus4.onnxruntime/Plugins/Linux/x64/libonnxruntime.so
[ ! -f "$runtime" ] || "$python" check.py graph --model "$out" --trained "$work" --onnxruntime "$runtime"
