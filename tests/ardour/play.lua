-- Opens the session, flags a focal track where one is given, plays the song and prints what each instance says.
-- With CHANGED it plays to the middle first, puts that track's regions behind GAIN, and begins again.
-- Then moves the focal to OTHER and back, and prints what the host's controls say. Arguments come as globals: FOLDER,
-- SECONDS, DRIVER, FOCAL ("" = leave it), OTHER ("" = leave it), CHANGED ("" = none), GAIN.
local FOCAL_PARAMETER, ROLE = 1, 3
local RELATIVE, MOVE, HINT = 9, 10, 11
local backend = AudioEngine:set_backend("None (Dummy)", "", "")
backend:set_device_name("Silence")
backend:set_driver(DRIVER)
backend:set_sample_rate(48000)
backend:set_buffer_size(1024)
assert(AudioEngine:start(false) == 0, "the engine starts")
local session = load_session(FOLDER, "mix")
assert(session, "the session opens")

local instances = {}
for route in session:get_tracks():iter() do
  instances[#instances + 1] = { name = route:name(), route = route, processor = route:nth_plugin(0) }
end

local function report(when)
  for _, instance in ipairs(instances) do
    local function value(which)
      local plain, ok = ARDOUR.LuaAPI.get_processor_param(instance.processor, which, true)
      return plain
    end
    print(string.format("FIGURES\t%s\t%s\t%.6f\t%.6f\t%d\t%d\t%d", when, instance.name,
      value(RELATIVE), value(MOVE), value(HINT), value(FOCAL_PARAMETER), value(ROLE)))
  end
end

report("opened")

local function flag(name)
  for _, instance in ipairs(instances) do
    if instance.name == name then
      assert(ARDOUR.LuaAPI.set_processor_param(instance.processor, FOCAL_PARAMETER, 1), "the focal parameter is set")
    end
  end
end

flag(FOCAL)

local function play_to(seconds)
  session:request_locate(0, false, ARDOUR.LocateTransportDisposition.MustStop, ARDOUR.TransportRequestSource.TRS_UI)
  ARDOUR.LuaAPI.usleep(1000000)
  session:request_roll(ARDOUR.TransportRequestSource.TRS_UI)
  local turns = 0
  while session:transport_sample() < seconds * 48000 and turns < seconds * 40 do
    ARDOUR.LuaAPI.usleep(100000)
    turns = turns + 1
  end
  session:request_stop(false, false, ARDOUR.TransportRequestSource.TRS_UI)
  ARDOUR.LuaAPI.usleep(1500000)
  print("STOPPED\t" .. session:transport_sample())
end

local function change(name, gain)
  local changed = 0
  for _, instance in ipairs(instances) do
    if instance.name == name then
      for region in instance.route:to_track():playlist():region_list():iter() do
        region:to_audioregion():set_scale_amplitude(gain)
        changed = changed + 1
      end
    end
  end
  assert(changed > 0, "the track to change has regions")
end

if CHANGED ~= "" then
  play_to(SECONDS / 2)
  report("midway")
  change(CHANGED, GAIN)
end

play_to(SECONDS)
report("played")
if OTHER ~= "" then
  flag(OTHER)
  ARDOUR.LuaAPI.usleep(1000000)
  report("moved")
end
session:save_state("")
close_session()
quit()
