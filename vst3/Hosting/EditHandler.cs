using FaderStager.Mixing.Tracks;
using FaderStager.Vst3.Abi;

namespace FaderStager.Vst3.Hosting;

/// <summary>The host's component handler, in either of its versions: calls only, no memory of what was said.</summary>
/// <remarks>[ui] A handler without the second version takes neither groups nor the dirty flag.</remarks>
internal sealed unsafe class EditHandler
{
    private void* _handler;
    private void* _second;

    /// <summary>Whether there is one.</summary>
    public bool IsThere => _handler != null;

    /// <summary>The host's object, for as long as it is there, or null.</summary>
    public void* Pointer => _handler;

    /// <summary>Takes the host's IComponentHandler, or null at the end.</summary>
    public void Set(void* handler)
    {
        Unknown.AddRef(handler);
        Unknown.Release(_handler);
        Unknown.Release(_second);
        _handler = handler;
        _second = Unknown.Query(handler, ComponentHandler2Table.Id);
    }

    /// <summary>A gesture begins.</summary>
    public void Begin(ParameterId id) => ComponentHandlerTable.Of(_handler)->BeginEdit(_handler, (uint)id);

    /// <summary>The value is now this.</summary>
    public void Perform(ParameterId id, double normalized) => ComponentHandlerTable.Of(_handler)->PerformEdit(_handler, (uint)id, normalized);

    /// <summary>The gesture ends.</summary>
    public void End(ParameterId id) => ComponentHandlerTable.Of(_handler)->EndEdit(_handler, (uint)id);

    /// <summary>Lets the host ask for all values.</summary>
    public void ValuesChanged() => ComponentHandlerTable.Of(_handler)->RestartComponent(_handler, ComponentHandlerTable.ParameterValuesChanged);

    /// <summary>The gestures that follow are one step of the host's undo.</summary>
    public void BeginGroup()
    {
        if (_second != null)
        {
            ComponentHandler2Table.Of(_second)->StartGroupEdit(_second);
        }
    }

    /// <summary>The step is complete.</summary>
    public void EndGroup()
    {
        if (_second != null)
        {
            ComponentHandler2Table.Of(_second)->FinishGroupEdit(_second);
        }
    }

    /// <summary>There is something new to save.</summary>
    public void MarkDirty()
    {
        if (_second != null)
        {
            ComponentHandler2Table.Of(_second)->SetDirty(_second, 1);
        }
    }
}
