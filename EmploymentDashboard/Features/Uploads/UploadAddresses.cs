namespace EmploymentDashboard.Features.Uploads;

public static class UploadAddresses
{
    /// <summary>Where files are dropped, and what was not finished yet.</summary>
    public const string All = "/upload";

    /// <summary>Where a file is sent: its bytes as the body, its name in <see cref="NameParameter"/>.</summary>
    public const string Files = "/upload/files";

    public const string NameParameter = "name";

    /// <summary>Where programs send files.</summary>
    public const string Api = "/api/uploads";

    public static string ApiOne(string id) => $"{Api}/{id}";

    public static string ApiCommit(string id) => ApiOne(id) + "/commit";

    public static string One(string id) => $"{All}/{id}";

    /// <summary>The rows that have errors, as a file to be mended and sent again.</summary>
    public static string Rejected(string id) => One(id) + "/rejected";

    public static string Template(string layout) => $"{All}/templates/{layout}";
}
