-- Conversations with their articles, turns and messages, as in sqlite-conversations.ts.

local PLACE = {
  'placed', 'guild_id', 'channel_id', 'thread_id', 'card_message_id', 'source_message_id', 'person_id',
}

local function whole_conversation(id)
  if not id or not exists('conversations', id) then return false end
  local article_id = column('conversations', id, 'article_id')
  local text_id = column('articles', article_id, 'text_id')
  local turns = {}
  for at, turn_id in ipairs(ids_with('turns', 'conversation_id', id)) do
    turns[at] = column('turns', turn_id, 'turn')
  end
  return {
    answer('conversations', id),
    column('articles', article_id, 'article'),
    text_id and column('texts', text_id, 'text'),
    turns,
  }
end

-- Where they stand and when they came, without their words.
local function places(ids)
  local rows = {}
  for _, id in ipairs(ids) do
    local flat = { 'id', id }
    for name, value in pairs(columns_of('conversations', id, { 'created_at', 'address_key', unpack(PLACE) })) do
      flat[#flat + 1] = name
      flat[#flat + 1] = value
    end
    rows[#rows + 1] = flat
  end
  return rows
end

function actions.create()
  if exists('conversations', given.id) then return end
  keep_article()
  local row = row_of({
    'article_id', 'lines_left_out', 'summary', 'address_key', 'created_at', 'used_at', unpack(PLACE),
  })
  insert('conversations', given.id, row)
end

function actions.set_place()
  return update('conversations', given.id, row_of(PLACE)) and 1 or 0
end

function actions.set_reading()
  local before = column('conversations', given.id, 'article_id')
  if not before then return 0 end
  keep_article()
  update('conversations', given.id, row_of({ 'article_id', 'lines_left_out', 'summary', 'used_at' }))
  sweep_articles({ before })
  return 1
end

function actions.append_turn()
  if not exists('conversations', given.conversation_id) then return 0 end
  if exists('turns', given.id) then return 1 end
  local row = row_of({ 'conversation_id', 'person_id', 'asked_message_id', 'turn', 'created_at' })
  insert('turns', given.id, row)
  update('conversations', given.conversation_id, { used_at = given.created_at })
  return 1
end

function actions.note_shown()
  if not exists('conversations', given.conversation_id) then return 0 end
  local changes = row_of({ 'conversation_id', 'person_id' })
  if not update('shown_messages', given.message_id, changes) then
    insert(
      'shown_messages',
      given.message_id,
      row_of({ 'conversation_id', 'person_id', 'channel_id', 'asked_message_id' })
    )
  end
  return 1
end

function actions.find()
  return whole_conversation(given.id)
end

function actions.find_by_thread()
  return whole_conversation(newest_with('conversations', 'thread_id', given.thread_id))
end

function actions.find_by_message()
  local card = newest_with('conversations', 'card_message_id', given.message_id)
  local shown = column('shown_messages', given.message_id, 'conversation_id')
  local ids = in_order('conversations', { { card or nil }, { shown or nil } })
  return whole_conversation(ids[#ids])
end

-- The newest with a card that an index has, and its place in the order.
local function newest_card(columns, value)
  local key = index_key('conversations', columns, value)
  local at, most = 0, 20
  while true do
    local ids = redis.call('ZREVRANGE', key, at, at + most - 1)
    for _, id in ipairs(ids) do
      if column('conversations', id, 'card_message_id') then return id end
    end
    if #ids < most then return nil end
    at = at + most
  end
end

function actions.find_latest_in_channel()
  local ids = in_order('conversations', {
    { newest_card('channel_id', given.channel_id) },
    { newest_card('thread_id', given.channel_id) },
  })
  return whole_conversation(ids[#ids])
end

function actions.list_by_address()
  local lists = {}
  for at, key in ipairs(cjson.decode(given.address_keys)) do
    lists[at] = ids_with('conversations', 'guild_id+address_key', given.guild_id .. '+' .. key)
  end
  local ids, newest_first = in_order('conversations', lists), {}
  for at = #ids, 1, -1 do
    if column('conversations', ids[at], 'card_message_id') then newest_first[#newest_first + 1] = ids[at] end
  end
  return places(newest_first)
end

function actions.list_by_thread()
  return places(in_order('conversations', {
    ids_with('conversations', 'thread_id', given.thread_id),
    ids_with('conversations', 'channel_id', given.thread_id),
  }))
end

function actions.list_by_source()
  return places(ids_with('conversations', 'source_message_id', given.message_id))
end
