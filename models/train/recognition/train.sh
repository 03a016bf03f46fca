#!/bin/sh
# From nothing to models/elements-judge and models/embed-mini. `train.sh --tiny` shows in a few minutes that every step works.
set -eu
cd "$(dirname "$0")"
python=${PYTHON:-python3}
work=../work/recognition judge=../../elements-judge embed=../../embed-mini poses=16 minutes=12
if [ "${1:-}" = --tiny ]; then
    work=../work/tiny/recognition judge=../work/tiny/elements-judge embed=../work/tiny/embed-mini poses=2 minutes=0.2
fi
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1
[ -f ../elements/renderer.so ] || gcc -O3 -march=native -ffast-math -fopenmp -shared -fPIC ../elements/renderer.c -o ../elements/renderer.so -lm
[ -f "$work/attributes.json" ] || "$python" renders.py --out "$work" --poses "$poses"
"$python" train.py classifier --data "$work" --out "$work" --minutes "$minutes" --seed 31
"$python" train.py embedder --data "$work" --out "$work" --minutes "$minutes" --seed 32
"$python" check.py classifier --data "$work" --trained "$work" --out "$work/classifier.json"
"$python" check.py embedder --data "$work" --trained "$work" --out "$work/embedder.json"
"$python" export.py classifier --trained "$work" --quality "$work/classifier.json" --out "$judge"
"$python" export.py embedder --trained "$work" --quality "$work/embedder.json" --out "$embed"
runtime=../../../deps/node_modules/com.github.asus4.onnxruntime/Plugins/Linux/x64/libonnxruntime.so
[ ! -f "$runtime" ] || "$python" check.py graphs --trained "$work" --judge "$judge/classifier.onnx" --embedder "$embed/model.onnx" --onnxruntime "$runtime"
