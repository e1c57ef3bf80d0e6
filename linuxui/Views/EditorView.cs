using FaderStager.LinuxUi.Controls;
using FaderStager.Presentation.Editor;

namespace FaderStager.LinuxUi.Views;

/// <summary>The editor: header, this track, the whole mix, footer, and over them what is rarely set.</summary>
/// <remarks>[ui]</remarks>
internal static class EditorView
{
    /// <summary>Makes it.</summary>
    /// <param name="editor">The view model.</param>
    public static Scene Of(EditorViewModel editor)
    {
        MoreView more = new(editor);
        Scene scene = new(new Layers(
            new Below(
                HeaderView.Of(editor, more),
                new Beside(
                    TrackView.Of(editor),
                    new Below(MixView.Of(editor), ChecklistView.Of(editor.Checklist)) { Along = Length.Rest, ShownWhen = () => !editor.Levels.IsShown },
                    LevelsView.Of(editor))
                {
                    Along = Length.Rest,
                },
                SongView.Of(editor),
                FooterView.Of(editor)),
            more))
        {
            Cancel = () => Escape(editor, more),
            IsCancellable = () => more.IsOpen || editor.Mix.IsPreviewing || editor.Notice.IsVisible,
            Undo = () => editor.UndoCommand.Execute(null),
            CanUndo = () => editor.Mix.UndoCommand.CanExecute(null),
        };
        scene.Pressed += more.OnPressed;
        return scene;
    }

    // What is open closes first, then the preview, then the notice.
    private static void Escape(EditorViewModel editor, MoreView more)
    {
        if (more.IsOpen)
        {
            more.Toggle();
        }
        else
        {
            editor.EscapeCommand.Execute(null);
        }
    }
}
