using FaderStager.Staging.Readings;
using FaderStager.Vst3.Abi;
using FaderStager.Vst3.Hosting;

namespace FaderStager.Vst3.Plugin;

/// <summary>Witness: what is written down of the host, for a report that a person copies from the editor.</summary>
internal sealed unsafe partial class FaderStagerPlugin
{
    private static readonly (InterfaceId Id, string Name)[] ContextOffers =
        [(ReaperHostApplicationTable.Id, "REAPER's functions"), (RunLoopTable.Id, "run loop")];

    private static readonly (InterfaceId Id, string Name)[] HandlerOffers =
        [(ComponentHandler2Table.Id, "dirty flag and groups"), (ContextInfoProviderTable.Id, "PreSonus' context"), (ContextInfoProvider3Table.Id, "PreSonus' context with faders"), (RunLoopTable.Id, "run loop at the handler")];

    private readonly HostWitness _witness = new();

    private void WitnessHost()
    {
        _witness.Name = NameOf(_hostContext) ?? NameOf(_moduleContext);
        string[] offers = [.. Offered(_hostContext, ContextOffers), .. Offered(_edits.Handler, HandlerOffers)];
        _witness.Offers = offers.Length == 0 ? "nothing more" : string.Join(", ", offers);
        _witness.FaderAccess = _hostFader switch
        {
            null => "none",
            ReaperFader => "REAPER's functions",
            PreSonusFader => "PreSonus' context",
            _ => "there",
        };
    }

    private void WitnessChannel(HostTrack told)
    {
        string[] kinds =
        [
            .. told.Name is null ? Array.Empty<string>() : ["name"],
            .. told.ColourArgb is null ? Array.Empty<string>() : ["colour"],
            .. told.MixerIndex is null ? Array.Empty<string>() : ["place in the mixer"],
            .. told.IsPostFader is null ? Array.Empty<string>() : ["before or after the fader"],
        ];
        _witness.Channel = kinds.Length == 0 ? "nothing" : string.Join(", ", kinds);
    }

    private void WitnessBlock(ProcessData* data)
    {
        int inputs = data->InputCount > 0 && data->Inputs != null ? data->Inputs->ChannelCount : -1;
        int outputs = data->OutputCount > 0 && data->Outputs != null ? data->Outputs->ChannelCount : -1;
        _witness.Blocks.Note(data->Frames, inputs, outputs, data->ProcessMode == SetupData.Offline);
        if (data->Frames > 0 && data->Context == null)
        {
            _witness.Blocks.NoteNoContext();
        }
        else if (data->Frames > 0)
        {
            _witness.Blocks.NoteContext(data->Context->State, data->Context->ProjectTimeFrames, (data->Context->State & ProcessContext.Playing) != 0, data->Frames);
        }
    }

    private static string? NameOf(void* context)
    {
        void* host = Unknown.Query(context, HostApplicationTable.Id);
        if (host == null)
        {
            return null;
        }

        char* name = stackalloc char[NativeText.String128Length];
        bool isTold = HostApplicationTable.Of(host)->GetName(host, name) == Result.Ok;
        Unknown.Release(host);
        string read = isTold ? NativeText.Read(name, NativeText.String128Length) : "";
        return read.Length > 0 ? read : null;
    }

    private static List<string> Offered(void* pointer, (InterfaceId Id, string Name)[] interfaces)
    {
        List<string> offered = [];
        foreach ((InterfaceId id, string name) in interfaces)
        {
            void* found = Unknown.Query(pointer, id);
            if (found != null)
            {
                Unknown.Release(found);
                offered.Add(name);
            }
        }

        return offered;
    }
}
