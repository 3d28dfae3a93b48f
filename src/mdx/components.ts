/** The component map that prose is rendered with. Names and props are described once, in `vocabulary.ts`. */
import Aside from './components/Aside.astro';
import Decision from './components/Decision.astro';
import Demo from './components/Demo.astro';
import Event from './components/Event.astro';
import Figure from './components/Figure.astro';
import ForEngineers from './components/ForEngineers.astro';
import ForMakers from './components/ForMakers.astro';
import Ledger from './components/Ledger.astro';
import Note from './components/Note.astro';
import Quote from './components/Quote.astro';
import Steps from './components/Steps.astro';
import Table from './components/Table.astro';
import Term from './components/Term.astro';
import Timeline from './components/Timeline.astro';
import Two from './components/Two.astro';

export const components = {
  Aside, Decision, Demo, Event, Figure, ForEngineers, ForMakers, Ledger, Note, Quote, Steps, Term, Timeline, Two,
  // GFM tables scroll inside a box of their own on narrow screens.
  table: Table,
};
