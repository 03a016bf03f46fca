"""The side of `bench denoise --vs-torch` and `bench gpu` that is torch: the same network with the same weights, steps and guidance.

Reads a line, paints one batch, answers with {"ms": wall, "processor": of this process} on a line of its own.

    python3 bench/peers/torch_denoise.py MODELS_FOLDER MODEL PROMPT STEPS GUIDANCE ORDER THREADS
        [--device=cuda] [--half] [--compile] [--batch=N]
"""
import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "models/train/elements"))

import torch  # noqa: E402

import weights  # noqa: E402
from autoencoder import LATENT_CHANNELS, Autoencoder, use_onednn_for_pointwise  # noqa: E402
from export import FEW_FOLDER, CleanDecoder  # noqa: E402
from prompts import shapes  # noqa: E402
from schedule import sample  # noqa: E402
from tokenizer import Tokenizer  # noqa: E402
from train_denoiser import Model  # noqa: E402


def main():
    folder, prompt = Path(sys.argv[1]) / sys.argv[2], sys.argv[3]
    steps, guidance, order, threads = int(sys.argv[4]), float(sys.argv[5]), int(sys.argv[6]), int(sys.argv[7])
    options = dict(option.lstrip("-").partition("=")[::2] for option in sys.argv[8:])
    device, batch = torch.device(options.get("device", "cpu")), int(options.get("batch", 1))
    dtype = torch.float16 if "half" in options else torch.float32
    print_answer = sys.stdout
    sys.stdout = sys.stderr  # what the loaders say is not part of the conversation
    torch.set_num_threads(threads)
    torch.set_grad_enabled(False)
    tokenizer = Tokenizer.load(folder / "tokenizer")
    model = Model(len(tokenizer.ids)).eval()
    weights.load_denoiser(model, folder, tokenizer, FEW_FOLDER if guidance == 1 else "unet")
    autoencoder = Autoencoder().eval()
    weights.load_decoder(autoencoder.decoder, folder, shapes())
    decoder = CleanDecoder(autoencoder.decoder).eval()
    for module in (model, decoder):
        if device.type == "cpu":
            use_onednn_for_pointwise(module)
        module.to(device=device, dtype=dtype, memory_format=torch.channels_last)
    if device.type != "cpu":
        torch.set_default_device(device)  # torch 2: for what the networks make as they run
    unet, decode = model.unet, decoder
    if "compile" in options:
        unet, decode = torch.compile(unet, mode="reduce-overhead"), torch.compile(decode, mode="reduce-overhead")

    def paint(seed):
        texts = [prompt] if guidance == 1 else [prompt, ""]
        hidden, _ = model.text(torch.tensor([tokenizer(text) for text in texts], device=device))
        hidden = hidden.repeat_interleave(batch, 0)
        noise = torch.randn(batch, LATENT_CHANNELS, 16, 16, generator=torch.Generator("cpu").manual_seed(seed), device="cpu")
        noise = noise.to(device=device, dtype=dtype).contiguous(memory_format=torch.channels_last)

        def predict(x, t):
            v = unet(torch.cat([x] * len(texts)), torch.tensor([t], device=device), hidden)
            if guidance == 1:
                return v
            with_text, without = v.chunk(2)
            return without + guidance * (with_text - without)

        image = decode(sample(predict, noise, steps, order))
        return ((image + 1) * 127.5).round().clamp(0, 255).to(torch.uint8).cpu()

    def answer(**values):
        print(json.dumps(values), file=print_answer, flush=True)

    paint(0)
    answer(ready=True, torch=torch.__version__, threads=threads)
    for line in sys.stdin:
        wall, processor = time.perf_counter(), time.process_time()
        paint(int(line.split()[0]))
        answer(ms=(time.perf_counter() - wall) * 1e3, processor=(time.process_time() - processor) * 1e3)


if __name__ == "__main__":
    main()
