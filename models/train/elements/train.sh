#!/bin/sh
# Everything from nothing to models/elements-mini: about two and a half hours on two cores, or `train.sh --tiny`
# for a run of some minutes that only shows that every step works (its pictures are soup).
set -eu
cd "$(dirname "$0")"
work=../work/elements out=../../elements-mini
geometries=40 joint=20 decoder=60 denoiser=60
if [ "${1:-}" = --tiny ]; then
    work=../work/tiny out=../work/tiny/elements-mini geometries=3 joint=0.3 decoder=0.3 denoiser=0.5
fi
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1
mkdir -p "$work"
gcc -O3 -march=native -ffast-math -fopenmp -shared -fPIC renderer.c -o renderer.so -lm
[ -f "$work/data/attributes.json" ] || OMP_NUM_THREADS=2 python3 render.py --out "$work/data" --geometries "$geometries" --looks 6 --seed 1
python3 train_autoencoder.py --data "$work/data" --out "$work/ae" --minutes "$joint"
python3 train_autoencoder.py --data "$work/data" --out "$work/ae" --minutes "$decoder" --decoder-only &
while [ ! -f "$work/ae/decoder.pt" ]; do sleep 1; done
python3 train_denoiser.py --data "$work/data" --autoencoder "$work/ae" --out "$work/denoiser" --minutes "$denoiser"
wait
python3 check.py quality --data "$work/data" --autoencoder "$work/ae" --out "$work/quality.json"
python3 check.py follow --data "$work/data" --autoencoder "$work/ae" --denoiser "$work/denoiser" --out "$work/quality.json"
python3 export.py --autoencoder "$work/ae" --denoiser "$work/denoiser" --quality "$work/quality.json" --out "$out"
runtime=../../../deps/node_modules/com.github.asus4.onnxruntime/Plugins/Linux/x64/libonnxruntime.so
[ ! -f "$runtime" ] || python3 check.py graphs --model "$out" --autoencoder "$work/ae" --denoiser "$work/denoiser" --onnxruntime "$runtime"
