namespace Grpc.Core;

/// <summary>Result of a call, as sent in the <c>grpc-status</c> trailer. Numbers are part of the protocol.</summary>
public enum StatusCode
{
    /// <summary>Success.</summary>
    OK = 0,

    /// <summary>The caller cancelled.</summary>
    Cancelled = 1,

    /// <summary>An error nobody classified, for example an exception in a handler.</summary>
    Unknown = 2,

    /// <summary>The request is wrong whatever the state of the system.</summary>
    InvalidArgument = 3,

    /// <summary>The deadline passed before the call finished.</summary>
    DeadlineExceeded = 4,

    /// <summary>A thing the request names does not exist.</summary>
    NotFound = 5,

    /// <summary>A thing the request would create exists.</summary>
    AlreadyExists = 6,

    /// <summary>The caller is known and may not do this.</summary>
    PermissionDenied = 7,

    /// <summary>A quota, a disk or a message-size limit is used up.</summary>
    ResourceExhausted = 8,

    /// <summary>The system is not in the state the call needs; retrying does not help by itself.</summary>
    FailedPrecondition = 9,

    /// <summary>Lost against a concurrent call; retry the whole sequence.</summary>
    Aborted = 10,

    /// <summary>Past the valid range, for example reading past the end.</summary>
    OutOfRange = 11,

    /// <summary>The method does not exist or is not offered.</summary>
    Unimplemented = 12,

    /// <summary>An invariant of the server is broken.</summary>
    Internal = 13,

    /// <summary>Cannot be reached just now; retry with back-off.</summary>
    Unavailable = 14,

    /// <summary>Data is lost or corrupt beyond repair.</summary>
    DataLoss = 15,

    /// <summary>The caller is not known.</summary>
    Unauthenticated = 16,
}
