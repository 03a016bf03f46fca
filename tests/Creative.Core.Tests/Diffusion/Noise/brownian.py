# python3 brownian.py > brownian.json   (torchsde 0.2.6, PyTorch 1.13.0, NumPy 1.24.2)
import base64, json, sys, numpy, torch, torchsde
sequences = [{"entropy": entropy, "key": list(key), "pool": pool,
              "seeds": numpy.random.SeedSequence(entropy, spawn_key=key, pool_size=pool).generate_state(30).tolist()}
             for entropy in (0, 42, 4294967296, 18446744073709551615)
             for key, pool in (((), 4), ((), 24), ((0, 0), 24), ((5, 3), 8), ((68719476735, 36), 24), ((1, 2, 3, 4, 5, 6), 4))]
paths = []
for entropy, start, end, size in ((0, 0.0291675, 14.614647, (3, 5)), (7, 0.0291675, 14.614647, (2, 3, 7)), (4294967303, 0.0078125, 4096.00001, (2, 3, 7)),
                                  (18446744073709551615, 1.0, 1.00031, (20,))):
    tree = torchsde.BrownianInterval(t0=start, t1=end, size=size, dtype=torch.float32, entropy=entropy, tol=1e-6, pool_size=24, halfway_tree=True)
    at = lambda share: start + share * (end - start)
    increments = []
    for low, high in ((0.3, 0.7), (0, 1), (0.31, 0.7), (0, 0.5), (0.75, 1), (0.123456789, 0.2), (0.2, 0.2), (0.9, 1.5), (-1, 0.01), (0.3, 0.7)):
        numbers = tree(torch.tensor(at(low), dtype=torch.float64), torch.tensor(at(high), dtype=torch.float64))
        increments.append({"from": at(low), "to": at(high), "w": base64.b64encode(numbers.numpy().tobytes()).decode()})
    paths.append({"entropy": entropy, "start": start, "end": end, "increments": increments})
rounded = [{"time": time, "nearest": round(time, 6)} for time in (0.0078125, 0.0234375, 1.0000005, 1.0000015, 2.5000005, 14.6146475, 0.5 * (0.029167 + 14.614648), 4096.0000105)]
json.dump({"torchsde": torchsde.__version__, "sequences": sequences, "paths": paths, "rounded": rounded}, sys.stdout, indent=0)
