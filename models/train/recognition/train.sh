#!/bin/sh
# From nothing to models/elements-judge and models/embed-mini. `train.sh --tiny` shows in a minute or two that every step works.
set -eu
cd "$(dirname "$0")"
python=${PYTHON:-python3}
work=${WORK:-../work/recognition} judge=../../elements-judge embed=../../embed-mini poses=16 looks=4 reading=30 seeing=45
if [ "${1:-}" = --tiny ]; then
    work=${WORK:-../work/tiny/recognition} poses=2 looks=1 reading=0.03 seeing=0.03
    judge=$work/elements-judge embed=$work/embed-mini
fi
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1
[ -f ../elements/renderer.so ] || gcc -O3 -march=native -ffast-math -fopenmp -shared -fPIC ../elements/renderer.c -o ../elements/renderer.so -lm
[ -f "$work/attributes.json" ] || "$python" renders.py --out "$work" --poses "$poses" --looks "$looks"
"$python" train.py classifier --data "$work" --out "$work" --minutes "$reading" --seed 31
"$python" train.py embedder --data "$work" --out "$work" --minutes "$seeing" --seed 32
"$python" check.py classifier --data "$work" --trained "$work" --out "$work/classifier.json"
"$python" check.py embedder --data "$work" --trained "$work" --out "$work/embedder.json"
"$python" export.py classifier --trained "$work" --quality "$work/classifier.json" --out "$judge"
"$python" export.py embedder --trained "$work" --quality "$work/embedder.json" --out "$embed"
[ ! -f "$embed/README.md" ] || "$python" card.py "$embed"
runtime=../../../deps/node_modules/com.github.asus4.onnxruntime/Plugins/Linux/x64/libonnxruntime.so
[ ! -f "$runtime" ] || "$python" check.py graphs --trained "$work" --judge "$judge/classifier.onnx" --embedder "$embed/model.onnx" --onnxruntime "$runtime"
