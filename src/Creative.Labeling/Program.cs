using Creative.Labeling.Hosting;

return await LabelingCommand.Create().Parse(args).InvokeAsync();
