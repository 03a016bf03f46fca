"""Modules to ONNX files, with the names, types and axes of optimum-cli's exports and of older ones, and model.json beside them."""
import hashlib
import json
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import AttributeProto, TensorProto, numpy_helper


class Call(torch.nn.Module):
    """A module called in another way, for the exporter."""

    def __init__(self, module, call):
        super().__init__()
        self.module, self.call = module, call

    def forward(self, *inputs):
        return self.call(*inputs)


def export(module, inputs, path, axes_in, axes_out, half=False, external=False):
    """axes_in and axes_out: name to {dimension: name}, in the order of the arguments."""
    path.parent.mkdir(parents=True, exist_ok=True)
    torch.onnx.export(module.eval(), inputs, str(path), opset_version=14, input_names=list(axes_in), output_names=list(axes_out),
                      dynamic_axes={**axes_in, **axes_out})
    model = onnx.load(str(path))
    if half:
        to_half(model)
    path.unlink()
    # A location inside the folder, as torch writes it for graphs above 2 GB.
    options = dict(save_as_external_data=True, all_tensors_to_one_file=True, location=path.name + "_data", size_threshold=512)
    onnx.save_model(model, str(path), **(options if external else {}))


def to_half(model):
    """float32 becomes float16 everywhere, but for the scales of a Resize, which stay."""
    scales = {node.input[2] for node in model.graph.node if node.op_type == "Resize" and len(node.input) > 2}

    def halve(tensor):
        if tensor.data_type == TensorProto.FLOAT:
            tensor.CopyFrom(numpy_helper.from_array(numpy_helper.to_array(tensor).astype(np.float16), tensor.name))

    for tensor in (t for t in model.graph.initializer if t.name not in scales):
        halve(tensor)
    for node in model.graph.node:
        for attribute in node.attribute:
            if attribute.type == AttributeProto.TENSOR and not scales.intersection(node.output):
                halve(attribute.t)
            elif node.op_type == "Cast" and attribute.name == "to" and attribute.i == TensorProto.FLOAT:
                attribute.i = TensorProto.FLOAT16
    del model.graph.value_info[:]
    for value in [*model.graph.input, *model.graph.output]:
        if value.type.tensor_type.elem_type == TensorProto.FLOAT:
            value.type.tensor_type.elem_type = TensorProto.FLOAT16


def write(path, value):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(value if isinstance(value, str) else json.dumps(value, indent=2) + "\n", "utf-8")


def manifest(folder: Path, **fields):
    files = sorted(p for p in folder.rglob("*") if p.is_file() and p.name != "model.json")
    hashes = {p.relative_to(folder).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}
    write(folder / "model.json", dict(id=folder.name, version="1.0.0", licence="Apache-2.0", **fields, files=hashes))
