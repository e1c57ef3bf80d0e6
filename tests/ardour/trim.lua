-- Opens the session, flags FOCAL and plays. Trims the first of two instances on TRACK by TRIM_DB, then by 0 again, and prints what the last one says
-- and what Ardour's own meter behind both reads. Then presses the last one's buttons. Arguments come as globals: FOLDER, FOCAL, TRACK, TRIM_DB, DRIVER.
local FADER, FOCAL_PARAMETER = 0, 1
local RELATIVE, TRIM, VU, SUGGESTED, APPLY, ALL_FADERS = 9, 12, 13, 17, 18, 19
local SAME_DB = 0.11
local STEP_US, PATIENCE, STEADY = 20000, 1000, 50
local backend = AudioEngine:set_backend("None (Dummy)", "", "")
backend:set_device_name("Silence")
backend:set_driver(DRIVER)
backend:set_sample_rate(48000)
backend:set_buffer_size(1024)
assert(AudioEngine:start(false) == 0, "the engine starts")
local session = load_session(FOLDER, "mix")
assert(session, "the session opens")
local route = session:route_by_name(TRACK)
local first, last = route:nth_plugin(0), route:nth_plugin(1)

local function value(which)
  local plain, ok = ARDOUR.LuaAPI.get_processor_param(last, which, true)
  return plain
end

-- Reads until all was the same for STEADY readings, and the VU another than before the change.
local function read(when, vu_before)
  local steady, turns, seen = 0, 0, ""
  while steady < STEADY do
    ARDOUR.LuaAPI.usleep(STEP_US)
    local vu = value(VU)
    local figures = string.format("%.3f\t%.3f\t%.3f\t%.3f", value(RELATIVE), value(FADER), vu, route:peak_meter():meter_level(0, ARDOUR.MeterType.MeterPeak))
    print("READ\t" .. when .. "\t" .. figures)
    steady = figures == seen and value(RELATIVE) ~= 0 and vu ~= vu_before and steady + 1 or 0
    seen = figures
    turns = turns + 1
    assert(turns < PATIENCE, when .. ": the last instance came to no rest: " .. figures)
  end
end

local function trim(db)
  assert(ARDOUR.LuaAPI.set_processor_param(first, TRIM, db), "the trim is set")
end

assert(ARDOUR.LuaAPI.set_processor_param(session:route_by_name(FOCAL):nth_plugin(0), FOCAL_PARAMETER, 1), "the focal parameter is set")
session:request_roll(ARDOUR.TransportRequestSource.TRS_UI)
read("before", nil)
local vu = value(VU)
trim(TRIM_DB)
read("trimmed", vu)
vu = value(VU)
trim(0)
read("back", vu)

-- The buttons, as a control surface presses them: each has to act once and to come up again, whatever Ardour still holds.
local function press(which, name, wanted)
  assert(ARDOUR.LuaAPI.set_processor_param(last, which, 1), name .. " is pressed")
  local turns = 0
  while value(which) ~= 0 or math.abs(value(FADER) - wanted()) > SAME_DB do
    ARDOUR.LuaAPI.usleep(STEP_US)
    turns = turns + 1
    assert(turns < PATIENCE, name .. " does not act: " .. value(which) .. ", fader at " .. value(FADER) .. ", wanted " .. wanted())
  end
  print("PRESS\t" .. name .. string.format("\t%.3f", value(FADER)))
end

assert(ARDOUR.LuaAPI.set_processor_param(last, FADER, -20), "the fader is put out of its place")
press(ALL_FADERS, "All faders", function() return 0 end)
assert(ARDOUR.LuaAPI.set_processor_param(last, FADER, -20), "the fader is put out of its place again")
local turns, suggested = 0, 0
repeat
  ARDOUR.LuaAPI.usleep(STEP_US)
  suggested = value(SUGGESTED)
  turns = turns + 1
  assert(turns < PATIENCE, "no position is suggested")
until value(FADER) < -19.9 and suggested > -19
print("SUGGESTED\t" .. suggested)
press(APPLY, "Apply", function() return suggested end)
session:request_stop(false, false, ARDOUR.TransportRequestSource.TRS_UI)
session:save_state("")
close_session()
quit()
