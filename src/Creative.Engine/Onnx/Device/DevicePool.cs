namespace Creative.Engine.Onnx.Device;

/// <summary>
/// Buffers of past paintings, for the next of the same size. At most <see cref="MostIdle"/> lie idle, those that were used last;
/// buffers that a CUDA graph was captured with stay, and only <see cref="MostGraphs"/> are.
/// </summary>
internal sealed class DevicePool(Func<DeviceBucket, int?, DeviceBuffers> make, bool graphs) : IDisposable
{
    public const int MostIdle = 4;
    public const int MostGraphs = 8;

    private readonly Lock _lock = new();
    private readonly LinkedList<DeviceBuffers> _idle = new();
    private int _graphs;
    private bool _disposed;

    /// <value>Bytes that lie idle.</value>
    public long IdleBytes
    {
        get
        {
            lock (_lock)
            {
                return _idle.Sum(buffers => buffers.Bytes);
            }
        }
    }

    public DeviceBuffers Rent(DeviceBucket bucket)
    {
        int? graph;
        lock (_lock)
        {
            for (var node = _idle.First; node is not null; node = node.Next)
            {
                if (node.Value.Bucket == bucket)
                {
                    _idle.Remove(node);
                    return node.Value;
                }
            }

            graph = graphs && _graphs < MostGraphs ? ++_graphs : null;
        }

        return make(bucket, graph);
    }

    public void Return(DeviceBuffers buffers)
    {
        List<DeviceBuffers> old = [];
        lock (_lock)
        {
            _idle.AddFirst(buffers);
            var idle = 0;
            for (var node = _idle.First; node is not null;)
            {
                var next = node.Next;
                if (_disposed || (node.Value.Graph is null && ++idle > MostIdle))
                {
                    _idle.Remove(node);
                    old.Add(node.Value);
                }

                node = next;
            }
        }

        old.ForEach(buffers => buffers.Dispose());
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _disposed = true;
            foreach (var buffers in _idle)
            {
                buffers.Dispose();
            }

            _idle.Clear();
        }
    }
}
