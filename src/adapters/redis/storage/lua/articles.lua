-- Articles that conversations refer to, as in sqlite-articles.ts: the words once, the rest once for each reading.

-- Stores what of the given article is new.
local function keep_article()
  if not exists('texts', given.text_id) then insert('texts', given.text_id, row_of({ 'text' })) end
  if not exists('articles', given.article_id) then
    insert('articles', given.article_id, row_of({ 'content_id', 'text_id', 'kind', 'article' }))
  end
end

-- Takes out those that no conversation refers to any more, with the summaries in the cache.
local function sweep_articles(ids)
  for _, id in ipairs(ids) do
    local row = columns_of('articles', id, { 'content_id', 'text_id' })
    if row.text_id and not any_with('conversations', 'article_id', id) then
      sweep_summaries(row.content_id)
      delete('articles', id)
      if not any_with('articles', 'text_id', row.text_id) then delete('texts', row.text_id) end
    end
  end
end
