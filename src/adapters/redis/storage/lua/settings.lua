-- Settings of guilds as JSON, and which guilds have had their first message, as in sqlite-settings.ts.

function actions.find()
  return column('guild_settings', given.guild_id, 'settings')
end

-- Where they are still what `before` says, or where nobody has to have looked.
function actions.set()
  if given.only_if then
    local before = column('guild_settings', given.guild_id, 'settings')
    if before ~= (given.before or false) then return 0 end
  end
  local row = row_of({ 'settings', 'changed_at' })
  if not update('guild_settings', given.guild_id, row) then insert('guild_settings', given.guild_id, row) end
  return 1
end

function actions.greet()
  if not exists('guilds_greeted', given.guild_id) then
    insert('guilds_greeted', given.guild_id, row_of({ 'greeted_at', 'greeted_by' }))
  end
  return column('guilds_greeted', given.guild_id, 'greeted_by') == given.greeted_by and 1 or 0
end
