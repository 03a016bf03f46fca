using Creative.Cli;

return await App.RunAsync(args, Terminal.OfProcess());
