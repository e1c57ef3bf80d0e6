-- Makes a session: a track for each stem, FaderStager on each. Arguments come as globals: FOLDER, NAMES, CHANNELS,
-- INSTANCES (nil = one on each).
local backend = AudioEngine:set_backend("None (Dummy)", "", "")
backend:set_device_name("Silence")
backend:set_sample_rate(48000)
backend:set_buffer_size(1024)
assert(AudioEngine:start(false) == 0, "the engine starts")
local session = create_session(FOLDER, "mix", 48000)
assert(session, "the session is made")
for i, name in ipairs(NAMES) do
  local made = session:new_audio_track(CHANNELS[i], 2, nil, 1, name, ARDOUR.PresentationInfo.max_order, ARDOUR.TrackMode.Normal, true)
  for track in made:iter() do
    for place = 1, INSTANCES and INSTANCES[i] or 1 do
      local plugin = ARDOUR.LuaAPI.new_plugin(session, "FaderStager", ARDOUR.PluginType.VST3, "")
      assert(not plugin:isnil(), "the plug-in is known")
      assert(track:add_processor_by_index(plugin, place - 1, nil, true) == 0, "the plug-in is inserted")
    end
  end
end
session:save_state("")
close_session()
quit()
