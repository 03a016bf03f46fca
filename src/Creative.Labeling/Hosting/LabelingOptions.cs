namespace Creative.Labeling.Hosting;

/// <summary>What the app is started with.</summary>
/// <param name="Server">Address of the gRPC server, such as http://127.0.0.1:5310.</param>
/// <param name="Address">IP address to listen on. There is no encryption: put a proxy with TLS in front of anything wider than this machine.</param>
/// <param name="Port">0: any free one.</param>
/// <param name="Keys">Folder of the keys that sign-in cookies are encrypted with; made where there is none.</param>
public sealed record LabelingOptions(Uri Server, string Address, int Port, string Keys);
