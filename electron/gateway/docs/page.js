// Runs in the reader's browser, as it stands here. The token lives in the field until the reference
// is there, and nowhere else: not in the address, not in a store of the browser.
const at = (id) => document.getElementById(id)
const form = at('ask')
const token = at('token')
const reveal = at('reveal')
const failure = at('failure')
const open = at('open')
const another = at('another')
const reference = at('reference')

// What only serves to make calls from here; the address stands above.
const nothing = () => () => null
const wrapComponents = {
  authorizeBtn: nothing,
  authorizeOperationBtn: nothing,
  ServersContainer: nothing,
}

at('address').textContent = location.origin

const dark = window.matchMedia('(prefers-color-scheme: dark)')
const followTheme = () => document.documentElement.classList.toggle('dark-mode', dark.matches)
dark.addEventListener('change', followTheme)
followTheme()

reveal.addEventListener('click', () => show(token.type === 'password'))
another.addEventListener('click', askAgain)
form.addEventListener('submit', (event) => {
  event.preventDefault()
  void openReference()
})
token.focus()

function show(isShown) {
  token.type = isShown ? 'text' : 'password'
  reveal.textContent = isShown ? 'Hide' : 'Show'
  reveal.setAttribute('aria-pressed', String(isShown))
}

async function openReference() {
  refuse('')
  open.disabled = true
  open.textContent = 'Opening …'
  try {
    const { description, sentence } = await ask(token.value.trim())
    if (sentence) refuse(sentence)
    else render(description)
  } finally {
    open.disabled = false
    open.textContent = 'Open the reference'
  }
}

async function ask(presented) {
  // Anything else cannot stand in a header, and would fail without a word.
  if (!/^[\x21-\x7e]+$/.test(presented))
    return { sentence: 'A token has letters, digits and underscores only. Copy it once more.' }
  try {
    const answer = await fetch('/openapi.json', {
      headers: { authorization: `Bearer ${presented}`, accept: 'application/json' },
      cache: 'no-store',
      credentials: 'omit',
    })
    const said = await answer.json()
    return answer.ok ? { description: said } : { sentence: sentenceFor(answer, said) }
  } catch {
    return { sentence: 'The gateway does not answer. Is it running? Then try again.' }
  }
}

function sentenceFor(answer, { title, detail }) {
  if (answer.status !== 429) return `${title}. ${detail}`
  return `${title}. Try again in ${answer.headers.get('retry-after')} seconds.`
}

function refuse(sentence) {
  failure.textContent = sentence
  failure.hidden = sentence === ''
  token.toggleAttribute('aria-invalid', sentence !== '')
  if (sentence) token.focus()
}

function render(description) {
  show(false)
  token.value = ''
  form.hidden = true
  another.hidden = false
  reference.hidden = false
  window.SwaggerUIBundle({
    spec: description,
    domNode: reference,
    presets: [window.SwaggerUIBundle.presets.apis],
    // It reads only: the gateway takes no other call from a web page.
    supportedSubmitMethods: [],
    plugins: [{ wrapComponents }],
    docExpansion: 'list',
    defaultModelsExpandDepth: -1,
    defaultModelExpandDepth: 3,
    filter: true,
    validatorUrl: null,
    persistAuthorization: false,
  })
  another.focus()
}

function askAgain() {
  reference.replaceChildren()
  reference.hidden = true
  another.hidden = true
  form.hidden = false
  token.focus()
}
