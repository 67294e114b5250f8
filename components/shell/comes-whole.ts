/**
 * The script that looks after the page's other scripts. One that failed before the loader of chunks asks for it is
 * waited for in vain, while React renders the page over and over: taken away, it is fetched once more. Where that does
 * not bring the page to life (`Alive`), it says so, and is loaded anew once the console answers. The script waits for the
 * styles above it: what failed before shows in the browser's records. It carries the nonce of the request and must stay small.
 */
export const COMES_WHOLE = `(function(d,looks){
var looking;
function again(s){
s.remove();
looking=looking||setInterval(function(){
if("alive"in d){clearInterval(looking);return}
d.broken="";
if(++looks>1)fetch("/api/health").then(function(r){if(r.ok)location.reload()},function(){})
},5000)
}
addEventListener("error",function(e){if(e.target instanceof HTMLScriptElement)again(e.target)},true);
document.querySelectorAll("script[src]").forEach(function(s){
var r=performance.getEntriesByName(s.src)[0];
if(r&&r.responseStatus===0)again(s)
})
})(document.documentElement.dataset,0)`;
