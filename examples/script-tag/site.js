// What a real page would write as one line into its HTML:
//   <script async src="https://chat.example.com/widget/loader.js" data-site="YOUR-SITE-KEY"></script>
// Here the server's address is known only when the demo starts (`/baton.js` sets it), so the tag is made in code.
// Everything else is given as attributes of this file's own tag and passed on.
const given = { ...document.currentScript.dataset };
const loader = document.createElement('script');
loader.async = true;
loader.src = `${window.BATON_SERVER}/widget/loader.js`;
Object.assign(loader.dataset, given);
document.head.append(loader);

// The page's own buttons open the chat. Calls made before the loader has arrived wait in the array.
window.Baton = window.Baton || [];
document.addEventListener('click', (event) => {
  if (event.target.closest('[data-open-chat]')) window.Baton.push(['open']);
});
