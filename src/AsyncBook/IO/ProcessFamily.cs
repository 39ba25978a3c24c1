using System.Diagnostics;
using System.Globalization;

namespace AsyncBook.IO;

/// <summary>
/// Processes, and all that they start, which end together: when they are told to, and when this process ends,
/// be it by kill -9. They are known by a variable, which children inherit, and by their session.
/// </summary>
internal sealed class ProcessFamily : IDisposable
{
    private const string Variable = "ASYNCBOOK_FAMILY";

    // The watcher outlives us: it ends the family as soon as our end of its input closes, unless it was told that all is done.
    private const string Watcher =
        """
        exec >/dev/null 2>&1
        cd /
        trap '' HUP INT TERM QUIT
        read -r mark
        known= folder=
        while read -r what rest; do
          case $what in
            process) known="$known $rest" ;;
            folder) folder=$rest ;;
            done) exit ;;
          esac
        done
        began() { now=; read -r line < "/proc/$1/stat" || return; set -- ${line##*) }; case $1 in [ZX]) ;; *) now=${20} ;; esac; }
        end() { for id in "$@"; do kill -KILL "$id" && found=yes; done; }
        for pass in 1 2 3 4 5 6 7 8 9 10; do
          found=
          if [ -d /proc/self ]; then
            # First with what needs no process of our own: they may have taken as many as the user may have.
            sessions=
            for one in $known; do
              id=${one%:*}
              began "$id"
              [ "$now" = "${one#*:}" ] && end "$id"
              [ -z "$now" ] || [ "$now" = "${one#*:}" ] || continue
              kill -s KILL -- "-$id"
              sessions="$sessions $id"
            done
            for id in $sessions; do
              end $(sed -n "s/^\([0-9]*\) (.*) [^ZX] [0-9-]* [0-9-]* $id .*/\1/p" /proc/[0-9]*/stat)
            done
            end $(grep -lF "=$mark" /proc/[0-9]*/environ | cut -d/ -f3)
            # A Redis writes its title over its environment, and may not have been named yet: it works in the folder.
            [ "$folder" ] && for place in "$folder" "$folder"/*/ "$folder"/*/*/; do
              for one in /proc/[0-9]*; do [ "$one/cwd" -ef "$place" ] && end "${one#/proc/}"; done
            done
          else
            end $(ps -axEww -o pid= -o command= | while read -r id rest; do case $rest in *"=$mark"*) echo "$id" ;; esac; done)
          fi
          [ "$found" ] || break
          sleep 0.1
        done
        [ "$folder" ] && rm -rf "$folder"
        """;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);
    private readonly string _mark = Guid.NewGuid().ToString("N");
    private readonly Process? _watcher;
    private readonly WindowsJob? _job;

    public ProcessFamily()
    {
        if (OperatingSystem.IsWindows())
        {
            _job = new WindowsJob();
            return;
        }

        _watcher = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", Watcher]) { RedirectStandardInput = true })!;
        Tell(_mark);
    }

    /// <summary>What each of them has in its environment.</summary>
    public IReadOnlyDictionary<string, string> Variables => new Dictionary<string, string> { [Variable] = _mark };

    /// <summary>A process that was started with <see cref="Variables"/>.</summary>
    public void Add(Process process)
    {
        _job?.Add(process);
        if (ProcessMark.Find(process.Id) is { } mark)
        {
            Tell(string.Create(CultureInfo.InvariantCulture, $"process {mark.Id}:{mark.Began}"));
        }
    }

    /// <summary>A folder that goes when they have gone.</summary>
    public void Own(string folder) => Tell($"folder {folder}");

    /// <summary>Lets them live.</summary>
    public void Release()
    {
        _job?.Release();
        Tell("done");
        Dispose();
    }

    /// <summary>Ends them all, and waits until they have gone.</summary>
    public void End()
    {
        _job?.End();
        if (_watcher is not null)
        {
            CloseInput();
            _watcher.WaitForExit(_patience);
        }
    }

    public void Dispose()
    {
        _job?.Dispose();
        if (_watcher is not null)
        {
            CloseInput();
            _watcher.Dispose();
        }
    }

    private void Tell(string line)
    {
        try
        {
            _watcher?.StandardInput.Write(line + "\n");
            _watcher?.StandardInput.Flush();
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // It has done its work, or somebody has ended it: we still end what we started, when we end in order.
        }
    }

    private void CloseInput()
    {
        try
        {
            _watcher!.StandardInput.Close();
        }
        catch (IOException)
        {
            // As above.
        }
    }
}
