#!/bin/sh
# Everything from nothing to models/elements-mini: about two and a half hours on two cores.
#
#   train.sh                  from nothing
#   train.sh --from FOLDER    goes on from an exported model (its weights are read back from the ONNX files)
#   train.sh --tiny           two minutes; shows that every step works, its pictures are soup
set -eu
cd "$(dirname "$0")"
python=${PYTHON:-python3}
work=${WORK:-../work/elements} out=../../elements-mini from=
poses=24 looks=6 joint=45 denoiser=40 decoder=40 few=15 every=1
case ${1:-} in
--tiny)
    work=${WORK:-../work/tiny} out=$work/elements-mini
    poses=2 looks=2 joint=0.05 denoiser=0.05 decoder=0.05 few=0.05 every=16
    ;;
--from) from="--from $2" ;;
esac
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1
mkdir -p "$work"
gcc -O3 -march=native -ffast-math -fopenmp -shared -fPIC renderer.c -o renderer.so -lm
[ -f "$work/data/attributes.json" ] || OMP_NUM_THREADS=$(nproc) "$python" render.py --out "$work/data" --poses "$poses" --looks "$looks" --seed 1
"$python" train_autoencoder.py --data "$work/data" --out "$work/ae" --minutes "$joint" $from
"$python" train_denoiser.py --data "$work/data" --autoencoder "$work/ae" --out "$work/denoiser" --minutes "$denoiser" $from
"$python" distill.py --data "$work/data" --autoencoder "$work/ae" --denoiser "$work/denoiser" --out "$work/few" --minutes "$few" &
beside=$!
"$python" train_autoencoder.py --data "$work/data" --out "$work/ae" --minutes "$decoder" --decoder-only --denoiser "$work/denoiser"
wait "$beside"
"$python" check.py follow --data "$work/data" --autoencoder "$work/ae" --denoiser "$work/denoiser" --out "$work/quality.json" --every "$every"
"$python" check.py follow --data "$work/data" --autoencoder "$work/ae" --denoiser "$work/few" --out "$work/quality.json" --steps 4 --guidance 1 --order 1 --every "$every"
"$python" export.py --autoencoder "$work/ae" --denoiser "$work/denoiser" --few "$work/few" --quality "$work/quality.json" --out "$out" --renders $((poses * looks * 112))
"$python" solve_detail.py --base "$out" --data "$work/data" --out "$out" --every "$every"
"$python" check.py quality --data "$work/data" --model "$out" --write
runtime=../../../deps/node_modules/com.github.asus4.onnxruntime/Plugins/Linux/x64/libonnxruntime.so
[ ! -f "$runtime" ] || "$python" check.py graphs --model "$out" --onnxruntime "$runtime"
