-- Drives a headless Neovim with what `briefing setup nvim` prints, and writes down what its user would see.
local out, setup, file = unpack(vim.fn.split(vim.env.BRIEFING_TEST, "\n"))
local seen = {}

local function wait(what, fits)
  if not vim.wait(30000, fits, 10) then
    error("never came: " .. what)
  end
end

if not vim.lsp.start then
  -- Neovim 0.7 has what the setup's one call is made of.
  vim.lsp.start = function(config)
    local id = vim.lsp.start_client(config)
    vim.lsp.buf_attach_client(0, id)
    return id
  end
  vim.fs = vim.fs or { dirname = function(path) return vim.fn.fnamemodify(path, ":h") end }
end

-- In the units that the two agreed on.
local function encoding()
  local clients = (vim.lsp.get_clients or vim.lsp.get_active_clients)()
  return clients[1].offset_encoding
end

local function place()
  return vim.lsp.util.make_position_params(0, encoding())
end

local function ask(method, params)
  local answers = vim.lsp.buf_request_sync(0, method, params, 30000)
  for _, answer in pairs(answers or {}) do
    if answer.error then
      error(method .. ": " .. answer.error.message)
    end
    return answer.result
  end
  error(method .. ": no answer")
end

local function go(pattern)
  vim.fn.cursor(1, 1)
  assert(vim.fn.search(pattern, "cW") > 0, pattern)
end

local function messages()
  local found = {}
  for _, one in ipairs(vim.diagnostic.get(0)) do
    table.insert(found, one.message:match("^[^\n]*"))
  end
  table.sort(found)
  return found
end

local function run()
  vim.cmd("filetype plugin on")
  dofile(setup)
  vim.cmd("edit " .. vim.fn.fnameescape(file))
  wait("findings", function() return #vim.diagnostic.get(0) > 0 end)
  seen.findings = messages()

  -- A character that UTF-16 counts twice, before what is typed after it.
  go("The water")
  vim.cmd("normal! i🌊🌊 ")
  vim.cmd("normal! A [[riv")
  vim.cmd("normal! l")
  local position = place()
  position.position.character = position.position.character + 1
  local completion = ask("textDocument/completion", position)
  seen.completed = completion.items[1].label
  vim.lsp.util.apply_text_edits({ completion.items[1].textEdit }, vim.api.nvim_get_current_buf(), encoding())
  seen.line = vim.api.nvim_get_current_line()

  go("\\[\\[crset")
  vim.fn.search("crset", "cW")
  local hover_place = place()
  local range = { start = hover_place.position, ["end"] = hover_place.position }
  local actions = ask("textDocument/codeAction", {
    textDocument = hover_place.textDocument, range = range, context = { diagnostics = {} },
  })
  seen.action = actions[1].title
  vim.lsp.util.apply_workspace_edit(actions[1].edit, encoding())
  wait("nothing left", function() return #vim.diagnostic.get(0) == 0 end)

  go("\\[\\[crest")
  vim.fn.search("crest", "cW")
  seen.card = ask("textDocument/hover", place()).contents.value
  vim.lsp.buf.definition()
  wait("definition", function() return vim.api.nvim_get_current_line():match("^  crest:") end)
  vim.lsp.buf.rename("high-water")
  wait("rename", function() return vim.api.nvim_get_current_line():match("^  high%-water:") end)
  seen.text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), "\n")
end

local ok, why = pcall(run)
seen.error = not ok and why or nil
vim.fn.writefile({ vim.fn.json_encode(seen) }, out)
vim.cmd("qall!")
