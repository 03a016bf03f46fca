"""What each family computes, in torch: texts, guidance, the loop, image-to-image, inpainting. The references are made with it."""
import torch

import clip
import schedules
from unet import guidance_embedding


class Pipeline:
    """Parts and settings of one model. 'pads' has one padding token for each text encoder."""

    def __init__(self, spec, texts, unet, encoder, decoder):
        self.spec, self.texts, self.unet, self.encoder, self.decoder = spec, texts, unet, encoder, decoder

    def text(self, prompt):
        """Rows of all encoders side by side, and the pooled row of the last: the last hidden state, of SDXL the last but one."""
        if prompt == "" and self.spec.get("zero_negative"):
            rows, pooled = self.text("gold coin")
            return torch.zeros_like(rows), torch.zeros_like(pooled)
        states = [model.states(torch.tensor([clip.encode(prompt, pad)])) for model, pad in zip(self.texts, self.spec["pads"])]
        rows = [hidden[-2] if self.spec["xl"] else last for last, _, hidden in states]
        return torch.cat(rows, -1), states[-1][1]

    def predict(self, sample, t, text, pooled, guidance):
        batch, (high, wide) = sample.shape[0], (4 * sample.shape[2], 4 * sample.shape[3])
        more = {}
        if self.spec["xl"]:
            more = dict(text_embeds=pooled, time_ids=torch.tensor([[high, wide, 0, 0, high, wide]]).float().repeat(batch, 1))
        if self.spec.get("guidance_width"):
            more["timestep_cond"] = guidance_embedding(guidance, self.spec["guidance_width"]).repeat(batch, 1)
        return self.unet(sample, torch.tensor([t]), text, **more)

    def encode(self, pixels):
        """Mean of the distribution, scaled; a sampled one would need the sampler's own noise."""
        return self.encoder(pixels)[:, :4] * self.spec["scaling"]

    def decode(self, latent):
        return self.decoder(latent / self.spec["scaling"])

    def paint(self, run, noise, image=None, mask=None):
        """'run': prompt, negative, scheduler, steps, guidance and strength. 'mask': 1 where to paint, over pixels."""
        scheduler = schedules.ALL[run["scheduler"]](self.spec["scheduler"], run["steps"])
        guidance, first = run["guidance"], 0
        guided = guidance > 1 and not self.spec.get("guidance_width")
        (rows, pooled), (rows0, pooled0) = self.text(run["prompt"]), self.text(run["negative"])
        inpaints = self.spec["channels"] == 9
        clean = None if image is None else self.encode(image)
        small = None if mask is None else mask[None, None, ::4, ::4]
        x = noise * scheduler.start
        if image is not None:
            first = run["steps"] - int(run["steps"] * run["strength"])
            # With a mask, full strength starts from noise alone.
            x = scheduler.noised(first, clean, noise) if first > 0 or mask is None else x
        extra = torch.cat([small, self.encode(image * (mask < 0.5))], 1) if inpaints else noise[:, :0]
        for i in range(first, run["steps"]):
            inputs, t = torch.cat([scheduler.input(i, x), extra], 1), scheduler.times[i]
            output = self.predict(inputs, t, rows, pooled, guidance)
            if guided:
                without = self.predict(inputs, t, rows0, pooled0, guidance)
                output = without + guidance * (output - without)
            x = scheduler.step(i, x, output)
            if mask is not None and not inpaints:
                kept = clean if i + 1 == run["steps"] else scheduler.noised(i + 1, clean, noise)
                x = small * x + (1 - small) * kept
        return x
