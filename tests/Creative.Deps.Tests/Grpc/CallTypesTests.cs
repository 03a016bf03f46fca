using Grpc.Core;

namespace Creative.Deps.Tests.Grpc;

public sealed class CallTypesTests
{
    [Fact]
    public void A_status_prints_what_is_needed_to_find_the_cause()
    {
        var status = new Status(StatusCode.Unavailable, "no route", new IOException("cable"));

        Assert.Equal(
            "Status(StatusCode=\"Unavailable\", Detail=\"no route\", DebugException=\"System.IO.IOException: cable\")", status.ToString());
        Assert.Equal("Status(StatusCode=\"OK\", Detail=\"\")", Status.DefaultSuccess.ToString());
    }

    [Fact]
    public void An_exception_tells_its_status_and_cause()
    {
        var cause = new IOException("cable");
        var exception = new RpcException(new Status(StatusCode.Unavailable, "no route", cause));

        Assert.Equal(exception.Status.ToString(), exception.Message);
        Assert.Same(cause, exception.InnerException);
        Assert.Empty(exception.Trailers);
    }

    [Fact]
    public void Options_change_by_copy()
    {
        var deadline = new DateTime(2030, 1, 2, 3, 4, 5, DateTimeKind.Utc);
        var before = new CallOptions(new Metadata { { "a", "1" } });
        var after = before.WithDeadline(deadline).WithWaitForReady();

        Assert.Null(before.Deadline);
        Assert.False(before.IsWaitForReady);
        Assert.Equal(deadline, after.Deadline);
        Assert.True(after.IsWaitForReady);
        Assert.Same(before.Headers, after.Headers);
    }

    [Fact]
    public void One_credential_alone_does_not_compose()
    {
        var credentials = CallCredentials.FromInterceptor((_, _) => Task.CompletedTask);

        Assert.Throws<ArgumentException>(() => CallCredentials.Compose(credentials));
    }

    [Fact]
    public void An_insecure_channel_carries_no_call_credentials()
    {
        var credentials = CallCredentials.FromInterceptor((_, _) => Task.CompletedTask);

        Assert.Throws<ArgumentException>(() => ChannelCredentials.Create(ChannelCredentials.Insecure, credentials));
        Assert.NotNull(ChannelCredentials.Create(ChannelCredentials.SecureSsl, credentials));
    }

    [Fact]
    public void A_service_definition_refuses_a_second_method_of_the_same_name()
    {
        var builder = ServerServiceDefinition.CreateBuilder().AddMethod(EchoServer.ShoutMethod, (text, _) => Task.FromResult(text));

        Assert.Throws<ArgumentException>(() => builder.AddMethod(EchoServer.ShoutMethod, (text, _) => Task.FromResult(text)));
    }
}
