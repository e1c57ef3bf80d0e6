namespace FaderStager.Vst3.Abi;

/// <summary>The answer is a number and no <see cref="Result"/>: a fault answers 0.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class AnswersNumberAttribute : Attribute;
