"""The few calls of ONNX Runtime's C interface that check.py needs, through ctypes (Debian has no Python package of it).

The numbers are positions in struct OrtApi of onnxruntime_c_api.h, which only ever grows at its end.
"""
import ctypes as c

import numpy as np

_ELEMENT = {np.dtype("f4"): 1, np.dtype("i8"): 7}
_API_VERSION = 14


class Runtime:
    def __init__(self, library, threads=1):
        self._lib = c.CDLL(str(library))
        self._lib.OrtGetApiBase.restype = c.POINTER(c.c_void_p)
        get_api = c.CFUNCTYPE(c.c_void_p, c.c_uint32)(self._lib.OrtGetApiBase()[0])
        self._table = c.cast(get_api(_API_VERSION), c.POINTER(c.c_void_p))
        self._env, self._options, self._memory = c.c_void_p(), c.c_void_p(), c.c_void_p()
        self._call(3, 3, b"check", c.byref(self._env))
        self._call(10, c.byref(self._options))
        self._call(24, self._options, threads)
        self._call(25, self._options, 1)
        self._call(69, 1, 0, c.byref(self._memory))

    def _call(self, index, *arguments):
        function = c.CFUNCTYPE(c.c_void_p, *[c.c_void_p if not isinstance(a, int) else c.c_int64 for a in arguments])(self._table[index])
        status = function(*[c.cast(a, c.c_void_p) if isinstance(a, bytes) else a for a in arguments])
        if status:
            message = c.CFUNCTYPE(c.c_char_p, c.c_void_p)(self._table[2])(status)
            raise RuntimeError(message.decode())

    def session(self, path):
        handle = c.c_void_p()
        self._call(7, self._env, str(path).encode(), self._options, c.byref(handle))
        return lambda outputs, **inputs: self._run(handle, outputs, inputs)

    def _run(self, session, outputs, inputs):
        values, kept = [], []
        for array in inputs.values():
            array = np.ascontiguousarray(array)
            shape = (c.c_int64 * array.ndim)(*array.shape)
            value = c.c_void_p()
            self._call(49, self._memory, c.c_void_p(array.ctypes.data), array.nbytes, c.byref(shape), array.ndim, _ELEMENT[array.dtype], c.byref(value))
            values.append(value)
            kept.append(array)
        names = (c.c_char_p * len(inputs))(*[n.encode() for n in inputs])
        wanted = (c.c_char_p * len(outputs))(*[n.encode() for n in outputs])
        ins, outs = (c.c_void_p * len(inputs))(*[v.value for v in values]), (c.c_void_p * len(outputs))()
        self._call(9, session, c.c_void_p(), c.byref(names), c.byref(ins), len(inputs), c.byref(wanted), len(outputs), c.byref(outs))
        results = [self._read(c.c_void_p(v)) for v in outs]
        release = c.CFUNCTYPE(None, c.c_void_p)(self._table[96])
        for value in [*values, *(c.c_void_p(v) for v in outs)]:
            release(value)
        return results

    def _read(self, value):
        info, count, data = c.c_void_p(), c.c_size_t(), c.c_void_p()
        self._call(65, value, c.byref(info))
        self._call(61, info, c.byref(count))
        shape = (c.c_int64 * count.value)()
        self._call(62, info, c.byref(shape), count.value)
        c.CFUNCTYPE(None, c.c_void_p)(self._table[99])(info)
        self._call(51, value, c.byref(data))
        return np.ctypeslib.as_array(c.cast(data, c.POINTER(c.c_float)), tuple(shape)).copy()
