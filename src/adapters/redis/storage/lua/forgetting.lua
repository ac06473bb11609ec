-- Takes out what was kept, as in sqlite-forgetting.ts. Every action answers with how many conversations and questions went,
-- and where the messages stand that showed them.

local forgotten = { conversations = 0, questions = 0, messages = {} }

local function note_message(channel_id, message_id)
  forgotten.messages[#forgotten.messages + 1] = { channel_id, message_id }
end

local function note_shown(id)
  note_message(column('shown_messages', id, 'channel_id'), id)
end

local function answer_forgotten()
  return { forgotten.conversations, forgotten.questions, forgotten.messages }
end

-- Takes out rows that an index finds, and says how many.
local function delete_with(name, columns, value)
  local ids = ids_with(name, columns, value)
  for _, id in ipairs(ids) do delete(name, id) end
  return #ids
end

-- Takes out conversations with all that belongs to them. Without `quietly` it counts as theirs who asked for it.
local function delete_conversations(ids)
  local articles, addresses = {}, {}
  for _, id in ipairs(ids) do
    local row = columns_of('conversations', id, { 'thread_id', 'channel_id', 'card_message_id' })
    local card, thread = row.card_message_id, row.thread_id
    -- A thread that starts from the card: the card itself stands in the channel.
    if card then note_message((not thread or thread == card) and row.channel_id or thread, card) end
  end
  for _, id in ipairs(ids) do
    for _, message_id in ipairs(ids_with('shown_messages', 'conversation_id', id)) do note_shown(message_id) end
  end
  for _, id in ipairs(ids) do
    local row = columns_of('conversations', id, { 'article_id', 'address_key' })
    articles[#articles + 1] = row.article_id
    if row.address_key then addresses[#addresses + 1] = row.address_key end
    forgotten.questions = forgotten.questions + delete_with('turns', 'conversation_id', id)
    delete_with('shown_messages', 'conversation_id', id)
    delete('conversations', id)
    forgotten.conversations = forgotten.conversations + 1
  end
  sweep_articles(articles)
  sweep_pages(addresses)
end

-- What says that something failed offers to try it again: it goes with what it would try. What runs stays.
local function delete_tasks(ids, has_notices)
  for _, id in ipairs(ids) do
    local row = columns_of('tasks', id, { 'state', 'reply_channel_id', 'reply_message_id' })
    if has_notices and row.state == 'failed' and row.reply_message_id then
      note_message(row.reply_channel_id, row.reply_message_id)
    end
    if row.state ~= 'running' then delete('tasks', id) end
  end
end

-- The answer to a call has come: what it says of messages that are gone is kept no longer.
function actions.heard()
  redis.call('DEL', PREFIX .. 'answered:' .. given.heard)
end

function actions.conversation()
  if not exists('conversations', given.id) then return answer_forgotten() end
  note_forgotten()
  delete_conversations({ given.id })
  return answer_forgotten()
end

-- What was asked for with this message and not done. Older requests than `newest - two days` are gone.
local function requests_of_message()
  local newest = redis.call('ZREVRANGE', PREFIX .. 'tasks/created_at', 0, 0, 'WITHSCORES')[2]
  local ids = {}
  for _, id in ipairs(ids_with('tasks', 'request_message_id', given.message_id)) do
    local row = columns_of('tasks', id, { 'state', 'created_at' })
    if row.state == 'failed' and tonumber(row.created_at) >= tonumber(newest) - tonumber(given.requests_live) then
      ids[#ids + 1] = id
    end
  end
  return ids
end

-- Every deleted message comes by here, and few were questions.
function actions.question()
  local answered = ids_with('shown_messages', 'asked_message_id', given.message_id)
  local requests = requests_of_message()
  if #answered + #requests == 0 and not any_with('turns', 'asked_message_id', given.message_id) then
    return answer_forgotten()
  end
  note_forgotten()
  for _, id in ipairs(answered) do note_shown(id) end
  forgotten.questions = delete_with('turns', 'asked_message_id', given.message_id)
  delete_with('shown_messages', 'asked_message_id', given.message_id)
  for _, id in ipairs(requests) do end_task(id) end
  return answer_forgotten()
end

-- A thread that people made counts as a channel.
function actions.thread()
  note_forgotten()
  delete_conversations(in_order('conversations', {
    ids_with('conversations', 'thread_id', given.thread_id),
    ids_with('conversations', 'channel_id', given.thread_id),
  }))
  delete_tasks(in_order('tasks', {
    ids_with('tasks', 'reply_channel_id', given.thread_id),
    ids_with('tasks', 'request_channel_id', given.thread_id),
  }), true)
  return answer_forgotten()
end

function actions.person()
  note_forgotten()
  local own, alone = {}, {}
  for _, id in ipairs(ids_with('conversations', 'person_id', given.person_id)) do
    local row = columns_of('conversations', id, { 'article_id', 'card_message_id', 'guild_id' })
    local kind = column('articles', row.article_id, 'kind')
    -- A paste or a file is the words of whoever gave it; a link is public.
    if kind == 'text' or kind == 'file' then
      own[#own + 1] = id
    -- Nobody else sees what was shown to one person alone, or in their conversation with the bot.
    elseif not row.card_message_id or not row.guild_id then
      alone[#alone + 1] = id
    end
  end
  delete_conversations(own)
  local conversations = forgotten.conversations
  delete_conversations(alone)
  -- What only they have seen is no loss to anybody, and is not counted.
  forgotten.conversations = conversations
  for _, id in ipairs(ids_with('shown_messages', 'person_id', given.person_id)) do note_shown(id) end
  forgotten.questions = forgotten.questions + delete_with('turns', 'person_id', given.person_id)
  delete_with('shown_messages', 'person_id', given.person_id)
  for _, id in ipairs(ids_with('conversations', 'person_id', given.person_id)) do
    update('conversations', id, { person_id = false })
  end
  delete_tasks(ids_with('tasks', 'person_id', given.person_id), true)
  -- They pressed Retry below what somebody else had asked for.
  for _, id in ipairs(ids_with('tasks', 'retried_by', given.person_id)) do
    if column('tasks', id, 'state') == 'failed' then
      update('tasks', id, { retried_by = column('tasks', id, 'person_id') })
    end
  end
  return answer_forgotten()
end

-- In portions, so that nobody else waits long: to be called until there is nothing more.
function actions.guild()
  note_forgotten()
  local tasks = {}
  for _, id in ipairs(ids_with('tasks', 'guild_id', given.guild_id)) do
    if #tasks < tonumber(given.most) and column('tasks', id, 'state') ~= 'running' then tasks[#tasks + 1] = id end
  end
  delete_tasks(tasks, false)
  local key = index_key('conversations', 'guild_id', given.guild_id)
  delete_conversations(redis.call('ZRANGE', key, 0, tonumber(given.most) - 1))
  local is_more = redis.call('EXISTS', key) == 1 or #tasks == tonumber(given.most)
  return { forgotten.conversations, forgotten.questions, forgotten.messages, is_more and 1 or 0 }
end

function actions.left_guild()
  note_forgotten()
  delete('guild_settings', given.guild_id)
  delete('guilds_greeted', given.guild_id)
  -- What its people used up stays counted for them.
  for _, id in ipairs(ids_with('uses', 'guild_id', given.guild_id)) do update('uses', id, { guild_id = false }) end
end

local function has_ended_task(guild_id)
  for _, id in ipairs(ids_with('tasks', 'guild_id', guild_id)) do
    if column('tasks', id, 'state') ~= 'running' then return true end
  end
  return false
end

function actions.guilds()
  local guilds = redis.call('SUNION', PREFIX .. 'conversations/guild_id', PREFIX .. 'uses/guild_id')
  local known = {}
  for _, name in ipairs({ 'guild_settings', 'guilds_greeted' }) do
    for _, guild_id in ipairs(redis.call('ZRANGE', all_key(name), 0, -1)) do guilds[#guilds + 1] = guild_id end
  end
  for _, guild_id in ipairs(guilds) do known[guild_id] = true end
  for _, guild_id in ipairs(redis.call('SMEMBERS', PREFIX .. 'tasks/guild_id')) do
    if not known[guild_id] and has_ended_task(guild_id) then known[guild_id] = true end
  end
  local all = {}
  for guild_id in pairs(known) do all[#all + 1] = guild_id end
  return all
end

-- The first tasks that do not run, of those that came before a time; there are few that run.
local function ended_tasks(before, most)
  local ids, at = {}, 0
  while #ids < most do
    local some = redis.call('ZRANGEBYSCORE', PREFIX .. 'tasks/created_at', '-inf', before, 'LIMIT', at, most)
    for _, id in ipairs(some) do
      if #ids < most and column('tasks', id, 'state') ~= 'running' then ids[#ids + 1] = id end
    end
    if #some < most then break end
    at = at + most
  end
  return ids
end

function actions.oldest()
  local times = { redis.call('ZRANGE', PREFIX .. 'conversations/used_at', 0, 0, 'WITHSCORES')[2] }
  local task = ended_tasks('+inf', 1)[1]
  if task then times[#times + 1] = column('tasks', task, 'created_at') end
  table.sort(times, function(one, other) return tonumber(one) < tonumber(other) end)
  return times[1] or false
end

function actions.requests_before()
  local count = 0
  for _, id in ipairs(ids_with('tasks', 'state', 'failed')) do
    if tonumber(column('tasks', id, 'created_at')) < tonumber(given.time) then
      end_task(id)
      count = count + 1
    end
  end
  return count
end

-- Old tasks, so many at a time; says how many there were.
function actions.tasks_before()
  local ids = ended_tasks('(' .. given.time, tonumber(given.most))
  if #ids > 0 then note_forgotten() end
  for _, id in ipairs(ids) do delete('tasks', id) end
  return #ids
end

-- Conversations that nobody came back to, so many at a time: a lot at once would hold up everybody else.
function actions.unused_since()
  local key = PREFIX .. 'conversations/used_at'
  local ids = redis.call('ZRANGEBYSCORE', key, '-inf', '(' .. given.time, 'LIMIT', 0, given.most)
  if #ids > 0 then note_forgotten() end
  delete_conversations(ids)
  return answer_forgotten()
end

-- What goes by itself, so many at a time; says how many there were.
function actions.expired()
  local most = tonumber(given.most)
  local uses = redis.call('ZRANGEBYSCORE', all_key('uses'), '-inf', given.uses_until, 'LIMIT', 0, most)
  for _, id in ipairs(uses) do delete('uses', id) end
  local names = redis.call('ZRANGEBYSCORE', EXPIRES, '-inf', given.now, 'LIMIT', 0, most)
  drop_names(names)
  delete_silent_holders()
  if #uses + #names > 0 then note_forgotten() end
  return math.max(#uses, #names)
end
