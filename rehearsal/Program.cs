using System.Text;
using FaderStager.Rehearsal;

// Minus signs, arrows and track names are more than ASCII.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return new RehearsalApp(Console.Out, Console.Error, isTerminal: !Console.IsOutputRedirected).Run(args);
