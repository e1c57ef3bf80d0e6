using System.Collections.Immutable;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace FaderStager.Tests.Rooms;

/// <summary>Finds the namespaces that a type of an assembly names: in its base, fields, signatures and the tokens of its method bodies.</summary>
internal sealed class NamespaceFinder(PEReader file, MetadataReader reader) : ISignatureTypeProvider<ImmutableArray<EntityHandle>, object?>
{
    private static readonly Dictionary<int, OperandType> Operands = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value & 0xFFFF, code => code.OperandType);

    public string NamespaceOf(TypeDefinitionHandle handle)
    {
        TypeDefinition type = reader.GetTypeDefinition(handle);
        while (!type.GetDeclaringType().IsNil)
        {
            type = reader.GetTypeDefinition(type.GetDeclaringType());
        }

        // A folder inside a folder is part of it.
        string[] names = reader.GetString(type.Namespace).Split('.');
        return names[0] == "FaderStager" ? string.Join('.', names.Take(3)) : "";
    }

    public IEnumerable<string> UsedBy(TypeDefinitionHandle handle)
    {
        TypeDefinition type = reader.GetTypeDefinition(handle);
        List<EntityHandle> named = [type.BaseType];
        named.AddRange(type.GetInterfaceImplementations().Select(each => reader.GetInterfaceImplementation(each).Interface));
        foreach (FieldDefinitionHandle field in type.GetFields())
        {
            named.AddRange(reader.GetFieldDefinition(field).DecodeSignature(this, null));
        }

        foreach (MethodDefinitionHandle each in type.GetMethods())
        {
            MethodDefinition method = reader.GetMethodDefinition(each);
            MethodSignature<ImmutableArray<EntityHandle>> signature = method.DecodeSignature(this, null);
            named.AddRange(signature.ReturnType.Concat(signature.ParameterTypes.SelectMany(parameter => parameter)));
            if (method.RelativeVirtualAddress != 0)
            {
                named.AddRange(TokensOf(file.GetMethodBody(method.RelativeVirtualAddress)));
            }
        }

        return named.SelectMany(Owners).Select(NamespaceOf).Distinct();
    }

    private IEnumerable<TypeDefinitionHandle> Owners(EntityHandle handle) => handle.IsNil ? [] : handle.Kind switch
    {
        HandleKind.TypeDefinition => [(TypeDefinitionHandle)handle],
        HandleKind.TypeSpecification => reader.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(this, null).SelectMany(Owners),
        HandleKind.MethodDefinition => [reader.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType()],
        HandleKind.FieldDefinition => [reader.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType()],
        HandleKind.MemberReference => Owners(reader.GetMemberReference((MemberReferenceHandle)handle).Parent),
        HandleKind.MethodSpecification => Owners(reader.GetMethodSpecification((MethodSpecificationHandle)handle).Method)
            .Concat(reader.GetMethodSpecification((MethodSpecificationHandle)handle).DecodeSignature(this, null).SelectMany(argument => argument).SelectMany(Owners)),
        _ => [],
    };

    private static List<EntityHandle> TokensOf(MethodBodyBlock body)
    {
        List<EntityHandle> tokens = [];
        BlobReader code = body.GetILReader();
        while (code.RemainingBytes > 0)
        {
            int value = code.ReadByte();
            value = value == 0xFE ? 0xFE00 | code.ReadByte() : value;
            switch (Operands[value])
            {
                case OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok:
                    tokens.Add((EntityHandle)MetadataTokens.Handle(code.ReadInt32()));
                    break;
                case OperandType.InlineSwitch:
                    int targets = code.ReadInt32();
                    code.Offset += 4 * targets;
                    break;
                case OperandType.InlineNone:
                    break;
                case OperandType.InlineI8 or OperandType.InlineR:
                    code.Offset += 8;
                    break;
                case OperandType.InlineVar:
                    code.Offset += 2;
                    break;
                case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar:
                    code.Offset += 1;
                    break;
                default:
                    code.Offset += 4;
                    break;
            }
        }

        return tokens;
    }

    public ImmutableArray<EntityHandle> GetTypeFromDefinition(MetadataReader from, TypeDefinitionHandle handle, byte rawTypeKind) => [handle];

    public ImmutableArray<EntityHandle> GetTypeFromReference(MetadataReader from, TypeReferenceHandle handle, byte rawTypeKind) => [];

    public ImmutableArray<EntityHandle> GetTypeFromSpecification(MetadataReader from, object? context, TypeSpecificationHandle handle, byte rawTypeKind) =>
        from.GetTypeSpecification(handle).DecodeSignature(this, null);

    public ImmutableArray<EntityHandle> GetPrimitiveType(PrimitiveTypeCode typeCode) => [];

    public ImmutableArray<EntityHandle> GetSZArrayType(ImmutableArray<EntityHandle> elementType) => elementType;

    public ImmutableArray<EntityHandle> GetArrayType(ImmutableArray<EntityHandle> elementType, ArrayShape shape) => elementType;

    public ImmutableArray<EntityHandle> GetByReferenceType(ImmutableArray<EntityHandle> elementType) => elementType;

    public ImmutableArray<EntityHandle> GetPointerType(ImmutableArray<EntityHandle> elementType) => elementType;

    public ImmutableArray<EntityHandle> GetPinnedType(ImmutableArray<EntityHandle> elementType) => elementType;

    public ImmutableArray<EntityHandle> GetModifiedType(ImmutableArray<EntityHandle> modifier, ImmutableArray<EntityHandle> unmodifiedType, bool isRequired) => unmodifiedType;

    public ImmutableArray<EntityHandle> GetGenericInstantiation(ImmutableArray<EntityHandle> genericType, ImmutableArray<ImmutableArray<EntityHandle>> typeArguments) =>
        [.. genericType, .. typeArguments.SelectMany(argument => argument)];

    public ImmutableArray<EntityHandle> GetGenericMethodParameter(object? context, int index) => [];

    public ImmutableArray<EntityHandle> GetGenericTypeParameter(object? context, int index) => [];

    public ImmutableArray<EntityHandle> GetFunctionPointerType(MethodSignature<ImmutableArray<EntityHandle>> signature) => [];
}
