#!/bin/sh
# Everything from nothing to models/elements-mini: about two and a half hours on two cores, or `train.sh --tiny`
# for a run of some minutes that only shows that every step works (its pictures are soup).
set -eu
cd "$(dirname "$0")"
python=${PYTHON:-python3}
work=../work/elements out=../../elements-mini
geometries=40 joint=20 decoder=60 denoiser=60 polished=75
if [ "${1:-}" = --tiny ]; then
    work=../work/tiny out=../work/tiny/elements-mini geometries=2 joint=0.2 decoder=0.2 denoiser=0.3 polished=0.4
fi
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1
mkdir -p "$work"
gcc -O3 -march=native -ffast-math -fopenmp -shared -fPIC renderer.c -o renderer.so -lm
[ -f "$work/data/attributes.json" ] || OMP_NUM_THREADS=2 "$python" render.py --out "$work/data" --geometries "$geometries" --looks 6 --seed 1
"$python" train_autoencoder.py --data "$work/data" --out "$work/ae" --minutes "$joint"
"$python" train_autoencoder.py --data "$work/data" --out "$work/ae" --minutes "$decoder" --decoder-only &
beside=$!
while [ ! -f "$work/ae/decoder.pt" ]; do kill -0 "$beside"; sleep 1; done  # ends with an error if the decoder did
"$python" train_denoiser.py --data "$work/data" --autoencoder "$work/ae" --out "$work/denoiser" --minutes "$denoiser"
wait "$beside"
"$python" train_autoencoder.py --data "$work/data" --out "$work/ae" --minutes "$polished" --decoder-only --denoiser "$work/denoiser"
"$python" check.py quality --data "$work/data" --autoencoder "$work/ae" --out "$work/quality.json"
"$python" check.py follow --data "$work/data" --autoencoder "$work/ae" --denoiser "$work/denoiser" --out "$work/quality.json"
"$python" export.py --autoencoder "$work/ae" --denoiser "$work/denoiser" --quality "$work/quality.json" --out "$out"
runtime=../../../deps/node_modules/com.github.asus4.onnxruntime/Plugins/Linux/x64/libonnxruntime.so
[ ! -f "$runtime" ] || "$python" check.py graphs --model "$out" --autoencoder "$work/ae" --denoiser "$work/denoiser" --onnxruntime "$runtime"
