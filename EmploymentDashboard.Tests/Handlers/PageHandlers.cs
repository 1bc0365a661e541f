using System.Reflection;
using EmploymentDashboard.Accounts;
using EmploymentDashboard.Database;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.JSInterop;

namespace EmploymentDashboard.Tests.Handlers;

/// <summary>What a browser can start on a page, found in the program: what components give to the renderer to be called back, and what scripts may call.</summary>
internal sealed class PageHandlers
{
    private static readonly Assembly Program = typeof(Permissions).Assembly;

    private readonly CallGraph _calls = new(Program);

    private PageHandlers()
    {
        Components = [.. Program.GetTypes().Where(type => typeof(IComponent).IsAssignableFrom(type) && !type.IsAbstract)];
        All = Components.SelectMany(HandlersOf).Distinct().ToDictionary(NameOf);
    }

    /// <summary>Read once: the program does not change while it is tested.</summary>
    public static PageHandlers Found { get; } = new();

    public IReadOnlyList<Type> Components { get; }

    /// <summary>By component and method, such as <c>UsersPage.AddAsync</c>.</summary>
    public IReadOnlyDictionary<string, MethodBase> All { get; }

    /// <summary>What scripts may call by name, whatever the page shows.</summary>
    public static IEnumerable<string> ForScripts => Program.GetTypes().SelectMany(type => type.GetMethods(CallGraph.Any)).Where(method => method.GetCustomAttribute<JSInvokableAttribute>() is not null).Select(NameOf);

    /// <summary>What writes without being asked, because a component is shown.</summary>
    public IEnumerable<string> WritingUnasked => Components
        .SelectMany(component => component.GetMethods(CallGraph.Any))
        .Where(method => method.Name != "BuildRenderTree" && method.GetBaseDefinition() != method && Writes(method))
        .Select(NameOf);

    /// <summary>Where callbacks are made other than while a component draws itself: handlers among them would not be found.</summary>
    public IEnumerable<string> MakingCallbacksElsewhere => Program.GetTypes()
        .SelectMany(type => type.GetMethods(CallGraph.Any).Cast<MethodBase>().Concat(type.GetConstructors(CallGraph.Any)))
        .Where(method => !Draws(method) && _calls.Of(method).Any(instruction => instruction.Method.DeclaringType == typeof(EventCallbackFactory)))
        .Select(NameOf);

    /// <summary>Whether it may write to the database, to accounts or to files.</summary>
    public bool Writes(MethodBase method) => _calls.Reached(method).Any(IsWriting);

    /// <summary>Whether its component is drawn once for a request, so that its handlers are forms that are posted.</summary>
    public static bool IsPosted(MethodBase handler) => handler.DeclaringType!.GetProperties(CallGraph.Any).Any(property => property.PropertyType == typeof(HttpContext) && property.IsDefined(typeof(CascadingParameterAttribute)));

    private static string NameOf(MethodBase method) => $"{method.DeclaringType!.Name}.{method.Name}";

    private static bool IsWriting(MethodBase method) => method.DeclaringType is { } type && (
        (type == typeof(DashboardDatabase) && method.Name.StartsWith("Write", StringComparison.Ordinal))
        || (type.IsConstructedGenericType && type.GetGenericTypeDefinition() is var generic && (generic == typeof(UserManager<>) || generic == typeof(SignInManager<>)) && !method.Name.StartsWith("Find", StringComparison.Ordinal) && !method.IsSpecialName)
        || (type == typeof(File) && (method.Name.StartsWith("Write", StringComparison.Ordinal) || method.Name is nameof(File.Move) or nameof(File.Delete) or nameof(File.Copy)))
        || (type == typeof(Directory) && method.Name == nameof(Directory.Delete)));

    private IEnumerable<MethodBase> HandlersOf(Type component) =>
        from drawing in Nested(component).SelectMany(type => type.GetMethods(CallGraph.Any))
        where Draws(drawing)
        let instructions = _calls.Of(drawing)
        from made in instructions.Zip(instructions.Skip(1))
        where made.First.TakesAddress && IsCalledBack(made.Second.Method.DeclaringType!)
        from method in Named(made.First.Method)
        select method;

    private static bool Draws(MethodBase method) => method.GetParameters().Any(parameter => parameter.ParameterType == typeof(RenderTreeBuilder));

    /// <summary>Delegates that the renderer calls: they give nothing back, or a task.</summary>
    private static bool IsCalledBack(Type type) =>
        typeof(Delegate).IsAssignableFrom(type) && type != typeof(RenderFragment) && type.GetMethod("Invoke")!.ReturnType is var result && (result == typeof(void) || typeof(Task).IsAssignableFrom(result));

    /// <summary>A lambda has no name: the methods of components that it calls stand for it, and whatever else of what it calls writes.</summary>
    private IEnumerable<MethodBase> Named(MethodBase method) => method.Name.StartsWith('<')
        ? _calls.Of(method).Select(instruction => instruction.Method).Where(called => _calls.IsOfProgram(called) && (IsOfComponent(called) || Writes(called))).SelectMany(Named)
        : [method];

    /// <summary>Or a lambda within a lambda of one.</summary>
    private static bool IsOfComponent(MethodBase method) =>
        method.Name.StartsWith('<') || (typeof(IComponent).IsAssignableFrom(method.DeclaringType) && method is { IsStatic: false, IsSpecialName: false });

    private static IEnumerable<Type> Nested(Type type) => type.GetNestedTypes(CallGraph.Any).SelectMany(Nested).Prepend(type);
}
