/** @jsxImportSource react */
import { useState } from 'react';
import { BatonChat } from './baton-chat';

const page = new URLSearchParams(location.search);

/** A page that shows the number of unread messages in its own words, and takes the chat away and back. */
export function App() {
  const [unread, setUnread] = useState(0);
  const [isOn, setOn] = useState(true);
  return (
    <main>
      <h1>React and Baton</h1>
      <p>{unread === 0 ? 'Nothing unread.' : `${unread} unread.`}</p>
      <button type="button" onClick={() => setOn(!isOn)}>
        {isOn ? 'Take the chat away' : 'Bring the chat back'}
      </button>
      {isOn && (
        <BatonChat
          server={page.get('server') ?? 'http://localhost:8320'}
          site={page.get('site') ?? 'demo-tidewater'}
          onUnread={setUnread}
        />
      )}
    </main>
  );
}
