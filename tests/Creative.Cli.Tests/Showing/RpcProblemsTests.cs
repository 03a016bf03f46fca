using Creative.Cli.Showing;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;

namespace Creative.Cli.Tests.Showing;

public sealed class RpcProblemsTests
{
    [Fact]
    public void Names_every_field_that_the_server_refused()
    {
        var bad = new BadRequest
        {
            FieldViolations =
            {
                new BadRequest.Types.FieldViolation { Field = "brief.copy.headline", Description = "is empty" },
                new BadRequest.Types.FieldViolation { Field = "brief.brand", Description = "'acme' is unknown" },
            },
        };
        var status = new Google.Rpc.Status { Code = 3, Details = { Any.Pack(bad) } };

        var problem = RpcProblems.Explain(Refusal(StatusCode.InvalidArgument, "2 problems", status.ToByteArray()));

        Assert.Equal(ExitCode.Usage, problem.ExitCode);
        Assert.Equal("INVALID_ARGUMENT: 2 problems", problem.Message);
        Assert.Equal(["brief.copy.headline: is empty", "brief.brand: 'acme' is unknown"], problem.Problems.Select(each => each.ToString()));
        Assert.NotEmpty(problem.NextStep);
    }

    [Fact]
    public void Says_so_when_the_details_are_damaged() =>
        Assert.Contains("cannot be read", Assert.Single(RpcProblems.Explain(Refusal(StatusCode.InvalidArgument, "x", [0xff, 0xff])).Problems).Message);

    [Theory]
    [InlineData(StatusCode.NotFound, ExitCode.Usage)]
    [InlineData(StatusCode.DeadlineExceeded, ExitCode.Failed)]
    [InlineData(StatusCode.ResourceExhausted, ExitCode.Failed)]
    [InlineData(StatusCode.FailedPrecondition, ExitCode.Failed)]
    public void Tells_bad_input_from_bad_luck(StatusCode code, int exitCode) =>
        Assert.Equal(exitCode, RpcProblems.Explain(new RpcException(new Grpc.Core.Status(code, "why"))).ExitCode);

    private static RpcException Refusal(StatusCode code, string detail, byte[] details) =>
        new(new Grpc.Core.Status(code, detail), new Metadata { { "grpc-status-details-bin", details } });
}
