namespace FaderStager.Vst3.Abi;

/// <summary>IPlugView: the editor in a host's window.</summary>
[NativeInterface(0x5BC32507, 0xD06049EA, 0xA6151B52, 0x2B755B29)]
internal unsafe interface IPlugView
{
    /// <summary>[ui] Whether a kind of parent window is known.</summary>
    int IsPlatformTypeSupported(byte* platform);

    /// <summary>[ui] The parent window is there.</summary>
    int Attached(void* parent, byte* platform);

    /// <summary>[ui] The parent window goes.</summary>
    int Removed();

    /// <summary>[ui] The wheel turned.</summary>
    int OnWheel(float distance);

    /// <summary>[ui] A key went down.</summary>
    int OnKeyDown(ushort key, short keyCode, short modifiers);

    /// <summary>[ui] A key came up.</summary>
    int OnKeyUp(ushort key, short keyCode, short modifiers);

    /// <summary>[ui] The size in pixels.</summary>
    int GetSize(ViewRect* size);

    /// <summary>[ui] The host gave a size.</summary>
    int OnSize(ViewRect* size);

    /// <summary>[ui] The focus came or went.</summary>
    int OnFocus(byte state);

    /// <summary>[ui] Where sizes are asked for.</summary>
    int SetFrame(void* frame);

    /// <summary>[ui] Whether a person may resize it.</summary>
    int CanResize();

    /// <summary>[ui] Makes a size legal.</summary>
    int CheckSizeConstraint(ViewRect* size);
}
