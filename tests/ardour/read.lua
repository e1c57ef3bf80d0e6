-- Opens the session and prints what the host's controls say of each instance: fader and focal flag. Arguments come as globals: FOLDER.
local FADER, FOCAL = 0, 1
local backend = AudioEngine:set_backend("None (Dummy)", "", "")
backend:set_device_name("Silence")
backend:set_sample_rate(48000)
backend:set_buffer_size(1024)
assert(AudioEngine:start(false) == 0, "the engine starts")
local session = load_session(FOLDER, "mix")
assert(session, "the session opens")
for route in session:get_tracks():iter() do
  local processor = route:nth_plugin(0)
  local fader = ARDOUR.LuaAPI.get_processor_param(processor, FADER, true)
  local focal = ARDOUR.LuaAPI.get_processor_param(processor, FOCAL, true)
  print(string.format("CONTROLS\t%s\t%.3f\t%d", route:name(), fader, focal))
end
close_session()
quit()
