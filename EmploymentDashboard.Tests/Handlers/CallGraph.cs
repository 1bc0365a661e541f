using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace EmploymentDashboard.Tests.Handlers;

/// <summary>Which method of the program calls which, read from its IL, through lambdas, iterators and awaits.</summary>
internal sealed class CallGraph(Assembly program)
{
    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    private readonly Dictionary<MethodBase, IReadOnlyList<Instruction>> _read = [];
    private readonly Type[] _types = program.GetTypes();

    /// <summary>The instructions of a method that name another method, in order; those of its state machine where it awaits or yields.</summary>
    public IReadOnlyList<Instruction> Of(MethodBase method) => _read.TryGetValue(method, out var known) ? known : _read[method] = [.. Read(BodyOf(method))];

    /// <summary>Everything of the program that may run once this does, and what of others is called on the way.</summary>
    public IReadOnlySet<MethodBase> Reached(MethodBase start)
    {
        var (reached, open) = (new HashSet<MethodBase> { start }, new Stack<MethodBase>([start]));
        while (open.TryPop(out var method))
        {
            foreach (var called in Of(method).SelectMany(instruction => Targets(instruction.Method)).Where(reached.Add))
            {
                if (IsOfProgram(called))
                    open.Push(called);
            }
        }

        return reached;
    }

    public bool IsOfProgram(MethodBase method) => method.Module.Assembly == program;

    /// <summary>The method, and what of the program stands in its place where it is virtual.</summary>
    private IEnumerable<MethodBase> Targets(MethodBase method)
    {
        yield return method;
        if (method is not MethodInfo { IsVirtual: true } declared || !IsOfProgram(method) || declared.DeclaringType is not { } declaring)
            yield break;

        foreach (var type in _types.Where(type => type != declaring && type is { IsInterface: false, ContainsGenericParameters: false } && declaring.IsAssignableFrom(type)))
        {
            if (declaring.IsInterface)
            {
                var map = type.GetInterfaceMap(declaring);
                if (Array.IndexOf(map.InterfaceMethods, declared) is >= 0 and var at)
                    yield return map.TargetMethods[at];
            }
            else if (type.GetMethods(Any).FirstOrDefault(method => method.GetBaseDefinition() == declared.GetBaseDefinition() && method.DeclaringType == type) is { } over)
            {
                yield return over;
            }
        }
    }

    public const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static MethodBase BodyOf(MethodBase method) =>
        method.GetCustomAttribute<StateMachineAttribute>() is { } machine ? machine.StateMachineType.GetMethod("MoveNext", Any)! : method;

    private static IEnumerable<Instruction> Read(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } code)
            yield break;

        var (types, methods) = (method.DeclaringType?.GetGenericArguments() ?? [], method.IsGenericMethod ? method.GetGenericArguments() : []);
        for (var at = 0; at < code.Length;)
        {
            var opcode = code[at] == 0xFE ? Codes[(short)(0xFE00 | code[at + 1])] : Codes[code[at]];
            at += opcode.Size;
            if (opcode.OperandType is OperandType.InlineMethod or OperandType.InlineTok && Resolve(method.Module, BitConverter.ToInt32(code, at), types, methods) is { } named)
                yield return new(opcode, named);
            at += Length(opcode.OperandType, code, at);
        }
    }

    /// <summary>null for a token of a type or a field.</summary>
    private static MethodBase? Resolve(Module module, int token, Type[] types, Type[] methods) => module.ResolveMember(token, types, methods) switch
    {
        MethodInfo { IsGenericMethod: true, IsGenericMethodDefinition: false } generic when generic.Module == module => generic.GetGenericMethodDefinition(),
        MethodBase method => method,
        _ => null,
    };

    private static int Length(OperandType type, byte[] code, int at) => type switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
        _ => 4,
    };
}

/// <summary>An instruction that names a method: calls it, makes an object by it, or takes its address.</summary>
internal readonly record struct Instruction(OpCode Code, MethodBase Method)
{
    public bool TakesAddress => Code == OpCodes.Ldftn || Code == OpCodes.Ldvirtftn;
}
