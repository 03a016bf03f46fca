"""The models to make: one for each family, and for each way in which exports of it differ."""

LATENT = dict(channels=4, height=6, width=10, downscale=4)
SD = dict(beta_start=0.00085, beta_end=0.012, beta_schedule="scaled_linear", num_train_timesteps=1000, clip_sample=False)
EPSILON = dict(SD, prediction_type="epsilon", timestep_spacing="leading", steps_offset=1, set_alpha_to_one=False)
TRAILING = dict(SD, prediction_type="epsilon", timestep_spacing="trailing", steps_offset=1, set_alpha_to_one=True)

END, BANG = "<|endoftext|>", "!"

# channels: that the UNet reads; ids: type of input_ids; timestep: type and axes; latent: what the VAE encoder gives;
# opset 14 and axes as the exporter of that time wrote them.
FAMILIES = {
    # optimum-cli today
    "sd1": dict(family="stable-diffusion", pipeline="StableDiffusionPipeline", xl=False, pads=[END], widths=[16], channels=4, scaling=0.18215,
                scheduler=EPSILON, ids="int32", timestep=("int64", None), latent="latent_parameters", guidance=7.5, name="ddim"),
    # Stable Diffusion 2: pads with "!", predicts velocity, exported with --dtype fp16
    "sd2-half": dict(family="stable-diffusion", pipeline="StableDiffusionPipeline", xl=False, pads=[BANG], widths=[16], channels=4, scaling=0.18215,
                     scheduler=dict(EPSILON, prediction_type="v_prediction"), ids="int32", timestep=("float32", {0: "steps"}),
                     latent="latent_parameters", half=True, matting=True, guidance=5.0, name="ddim"),
    # The exporter of diffusers 0.20: a timestep for each image, a VAE encoder that draws its own noise
    "sd1-legacy": dict(family="stable-diffusion", pipeline="OnnxStableDiffusionPipeline", xl=False, pads=[END], widths=[16], channels=4, scaling=0.18215,
                       scheduler=EPSILON, ids="int32", timestep=("float32", {0: "batch"}), latent="drawn", guidance=7.5, name="euler"),
    # An inpainting model: 4 + 1 + 4 channels; optimum 1.8 named the channels' axis and gave a latent
    "sd1-inpaint": dict(family="stable-diffusion", pipeline="StableDiffusionInpaintPipeline", xl=False, pads=[END], widths=[16], channels=9,
                        scaling=0.18215, scheduler=EPSILON, ids="int32", timestep=("int64", {0: "steps"}), latent="latent_sample", guidance=7.5,
                        name="ddim"),
    "sdxl": dict(family="stable-diffusion-xl", pipeline="StableDiffusionXLPipeline", xl=True, pads=[END, BANG], widths=[8, 16], channels=4,
                 scaling=0.13025, zero_negative=True, scheduler=EPSILON, ids="int64", timestep=("int64", {0: "steps"}), latent="latent_parameters",
                 external=True, guidance=6.0, name="euler"),
    # Distilled without guidance; optimum 1.8 left the width of the pooled row free
    "sdxl-turbo": dict(family="stable-diffusion-xl", pipeline="StableDiffusionXLPipeline", xl=True, pads=[END, BANG], widths=[8, 16], channels=4,
                       scaling=0.13025, zero_negative=True, scheduler=TRAILING, ids="int64", timestep=("int64", {0: "steps"}),
                       latent="latent_parameters", free_pooled=True, guidance=0.0, name="euler"),
    "lcm": dict(family="latent-consistency", pipeline="LatentConsistencyModelPipeline", xl=False, pads=[END], widths=[16], channels=4, scaling=0.18215,
                guidance_width=12, scheduler=dict(EPSILON, set_alpha_to_one=True), ids="int32", timestep=("int64", {0: "steps"}),
                latent="latent_parameters", guidance=8.5, name="ddim"),
}

PROMPTS = dict(template="{hue} {class}, {variant}", classes=["coin"], variants={"coin": ["star"]}, hues={"coin": ["gold", "red"]},
               views=["front view"], lights=["warm light"], materials=["glossy"])
