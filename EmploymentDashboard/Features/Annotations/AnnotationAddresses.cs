namespace EmploymentDashboard.Features.Annotations;

public static class AnnotationAddresses
{
    public const string All = "/annotations";

    /// <summary>Where one stands in the list, whether it was withdrawn or not.</summary>
    public static string One(long id) => $"{All}?show=all#annotation-{id}";
}
