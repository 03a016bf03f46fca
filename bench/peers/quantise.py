"""Convolutions of a model with 8-bit weights and activations (dynamic quantisation), for `bench sessions --int8 FILE`.

Weights get one scale for each output channel, activations one for each run: y = Sx·Sw·ConvInteger(x, w) + b, as in
onnxruntime.quantization.quantize_dynamic.

    python3 bench/peers/quantise.py models/elements-mini/unet/model.onnx /tmp/int8.onnx
"""
import sys

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper


def quantised(weight):
    """float [out, ...] -> int8 of the same shape and scales [out]."""
    scale = np.abs(weight).reshape(weight.shape[0], -1).max(1) / 127
    scale[scale == 0] = 1
    shape = (-1,) + (1,) * (weight.ndim - 1)
    return np.round(weight / scale.reshape(shape)).astype(np.int8), scale.astype(np.float32)


def main():
    model = onnx.load(sys.argv[1])
    graph = model.graph
    weights = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    for node in graph.node:
        if node.op_type == "Cast" and node.input[0] in weights:  # kept in half precision
            weights[node.output[0]] = weights[node.input[0]].astype(np.float32)
    nodes = []
    for node in graph.node:
        if node.op_type != "Conv" or node.input[1] not in weights:
            nodes.append(node)
            continue
        x, name = node.input[0], node.output[0]
        values, scale = quantised(weights[node.input[1]])
        zero = np.zeros((), np.int8)
        for key, array in (("w", values), ("s", scale.reshape(1, -1, 1, 1)), ("z", zero)):
            graph.initializer.append(numpy_helper.from_array(array, f"{name}/{key}"))
        nodes += [
            helper.make_node("DynamicQuantizeLinear", [x], [f"{name}/x", f"{name}/xs", f"{name}/xz"]),
            helper.make_node("ConvInteger", [f"{name}/x", f"{name}/w", f"{name}/xz", f"{name}/z"], [f"{name}/i"]),
            helper.make_node("Cast", [f"{name}/i"], [f"{name}/f"], to=TensorProto.FLOAT),
            helper.make_node("Mul", [f"{name}/xs", f"{name}/s"], [f"{name}/scale"]),
        ]
        nodes[-3].attribute.extend(a for a in node.attribute if a.name in ("dilations", "group", "kernel_shape", "pads", "strides"))
        if len(node.input) > 2:
            bias = weights[node.input[2]].reshape(1, -1, 1, 1)
            graph.initializer.append(numpy_helper.from_array(bias, f"{name}/b"))
            nodes += [helper.make_node("Mul", [f"{name}/f", f"{name}/scale"], [f"{name}/m"]), helper.make_node("Add", [f"{name}/m", f"{name}/b"], [name])]
        else:
            nodes.append(helper.make_node("Mul", [f"{name}/f", f"{name}/scale"], [name]))
    replaced = len([node for node in nodes if node.op_type == "ConvInteger"])
    if not replaced:
        sys.exit(f"{sys.argv[1]}: no convolution with constant weights was found")
    read = {name for node in nodes for name in node.input}
    kept = [node for node in nodes if node.op_type != "Cast" or node.input[0] not in weights or node.output[0] in read]
    read = {name for node in kept for name in node.input}
    initializers = [tensor for tensor in graph.initializer if tensor.name in read]
    del graph.node[:], graph.initializer[:]
    graph.node.extend(kept)
    graph.initializer.extend(initializers)
    onnx.checker.check_model(model)
    onnx.save(model, sys.argv[2])
    print(f"{replaced} convolutions in 8 bits")


if __name__ == "__main__":
    main()
