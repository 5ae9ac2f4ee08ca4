import type { Words } from './words.js';

export const english: Words = {
  openings: {
    network: {
      public: [
        'No signal in {place} since this morning. When will it be back?',
        'Internet down again tonight around {place}. Is there an outage?',
        'One bar on a good day here in {place}. Are you working on the mast?',
      ],
      private: [
        'Hi, my router has shown a red light since 7 am. Unplugged it twice, nothing. I am in {place}.',
        'Hello, my connection drops every ten minutes since Monday. I work from home, so this is urgent.',
        'I cannot make calls, it says "mobile network not available". What should I do?',
      ],
    },
    wifi: {
      public: [
        'The wifi of the new box does not reach the bedroom. Do you sell a repeater?',
        'Since the last update the TV decoder has lost all the news channels. Just me?',
      ],
      private: [
        'Hi, how do I change the wifi password? I cannot find the menu in the app.',
        'My remote no longer talks to the TV box. New batteries already. Is there a setting to redo?',
        'Replay stops after two minutes every time, while live television works fine.',
      ],
    },
    device: {
      public: [
        'Can I get an eSIM for my iPhone online, or do I have to visit a shop?',
        'The Samsung I bought from you in May turns off at 30% battery. Under warranty, I hope?',
      ],
      private: [
        'Hello, my phone says "SIM not valid" since last night’s Android update.',
        'Cracked screen, and I pay for the insurance. Where do I send the phone?',
        'New mobile: how do I move my SIM card to an eSIM?',
      ],
    },
    bill: {
      public: [
        'You charged me 58 instead of 34 this month. Care to explain?',
        'Still being billed for the box I returned in September. This is getting old.',
        'Two payments taken for the same month and nobody picks up. Please have a look.',
      ],
      private: [
        'Hi, there is a charge of 12 on my bill marked "out of plan" that I do not understand. Where does it come from?',
        'I was promised a refund of 45 after the October outage, and my invoice does not show it.',
        'I changed banks. How do I give you the new account before the next payment?',
      ],
    },
    order: {
      public: [
        'Technician due between 8 and 12. It is 2 pm and nobody came. Third missed appointment in {place}.',
        'Ordered three weeks ago, still "in preparation". Any delivery date?',
        'Is fibre coming to {place} any time soon? The site has said "soon" for a year.',
      ],
      private: [
        'Hello, tracking says my parcel was delivered but I have nothing. Order NL-{number}.',
        'I am moving on the 15th. How long does it take to connect fibre at the new flat?',
        'I need to move Thursday’s installation appointment. Is Saturday possible?',
      ],
    },
    contract: {
      public: [
        'Do I really have to send a registered letter to cancel, in 2026?',
        'I want to leave and you ask for a fee of 60 although my contract has no commitment.',
      ],
      private: [
        'Hello, I would like to cancel the line of my late father. Which documents do you need?',
        'Where do I find my porting code? I am switching at the end of the month.',
        'I signed up in a shop on Saturday and changed my mind. How do I cancel?',
      ],
    },
    offer: {
      public: [
        'The 12.99 plan on your posters: for existing customers as well, or only new ones?',
        'Ten years with you and never a discount, while my neighbour pays half. Is that fair?',
      ],
      private: [
        'Hi, I pay 41 for fibre and TV. Is there a better offer for a long-time customer?',
        'My son is off to Canada for a year. Which plan to call him without going broke?',
        'Can the student discount be combined with the family subscription?',
      ],
    },
    access: {
      public: [
        'The app logs me out every time I open it, I cannot see my account any more.',
        'Got a text "Northline: your account will be suspended". Is that you, or phishing?',
      ],
      private: [
        'Hello, my account is locked after three tries. How do I get my login back?',
        'I lost access to my northline.example mailbox, the password is refused.',
        'Somebody changed the e-mail of my account, I think I was hacked. Urgent!',
      ],
    },
    newcomer: {
      public: [
        'Thinking of joining you: is 5G really available in {place}?',
        'New in town and looking for a box without a contract. Do you have a shop in {place}?',
      ],
      private: [
        'Hello, I want to subscribe to fibre but the form refuses my address. Could you check?',
        'Interested in three lines for my small business. Who can call me?',
      ],
    },
    praise: {
      public: [
        'Great work by Karim, this morning’s technician in {place}: on time, tidy, explained everything. Thanks!',
        'Excellent service, thanks to the whole team: fibre in two days. Great job!',
        'Big thanks to your shop in {place}, my gran left with a phone she understands.',
      ],
      private: ['Just a word to say that your colleague yesterday was amazing. Thanks again, truly.'],
    },
    idea: {
      public: [
        'Idea: an app that shows network quality street by street, before you move house. You should build it!',
        'A suggestion: refurbished boxes, cheaper and greener?',
      ],
      private: ['A suggestion: let us pause a line during a long trip. That would be a lovely feature.'],
    },
    complaint: {
      public: [
        'Forty minutes on the hotline, then cut off. This is unacceptable.',
        'Worst support I have ever seen, I am this close to calling a lawyer. Does anybody read this?',
        'Ridiculous: three advisers, three different answers, still no solution.',
      ],
      private: ['I have never met such incompetence. This is your last chance to answer me here.'],
    },
    technology: {
      public: [
        'Which 5G frequency bands do you run in {place}? My modem only locks on 700 MHz.',
        'Still CGNAT on mobile plans? When will IPv6 come?',
        'Peering with the video platforms is full every evening: latency at 90 ms from 8 to 11 pm. When do you upgrade?',
      ],
      private: [
        'Hi, on my XGS-PON fibre I top out at 2.1 Gb/s down. The router negotiates 10 Gb/s fine: is that a profile limit?',
        'SMTP port 25 is filtered on my line. How do I lift the block for a mail server at home?',
        'Your DNS resolvers answer SERVFAIL for DNSSEC signed domains since Tuesday. Happy to send a traceroute.',
      ],
    },
  },
  press: {
    public: [
      'Journalist at the Northern Gazette here, writing an article about repeated outages in {place}. Who can give an interview before 5 pm?',
    ],
    private: [
      'Hello, Coast Radio newsroom: we are looking for a spokesperson for tonight’s programme on prices. Is there a press contact?',
    ],
  },
  outage: [
    'Everything down in {place}, landline and mobile!',
    'Is it a general outage or just me? {place}, town centre.',
    'Internet went off in {place} ten minutes ago.',
    'No network here, we cannot even reach emergency services. {place}.',
    'Same in {place}, the whole street is cut off.',
    'Outage on your side? I cannot work.',
    'Your site says "no incident" while all of {place} is down. Seriously?',
    'Red light on the box, no signal on the phone. Any idea how long?',
    'I run a shop in {place}: card terminal dead. This is urgent.',
    'Total blackout. When will you tell us something?',
    'No connection at the school in {place}, and no phone either.',
    'Another outage… the third this month.',
    'My parents in {place} have no line and my father is ill. Please answer!',
    'Is it working again for anybody in {place}?',
    'Zero bars since a moment ago, is there an incident?',
  ],
  thanks: [
    'Thank you very much!',
    'Perfect, thanks for your help.',
    'It works again, thanks!',
    'Great, thank you. Have a good day!',
    'Thanks for the quick answer, all sorted.',
    'Brilliant, thanks!',
  ],
  details: {
    number: [
      'Of course: customer number {number}, in the name of {name}.',
      'Here is the order number: NL-{number}.',
      'It is {number}. Can you see it on your side?',
    ],
    place: ['It is in {place}, the line ends with 42.', 'In {place}, in the centre. The whole building is affected.'],
    time: ['Mornings are best, before 11 if possible.', 'Since last night, around 7.'],
    anything: [
      'Just tried it, same thing I am afraid.',
      'Yes, that is right.',
      'All right. And how long does it usually take?',
    ],
  },
  unhappy: [
    'I was told the same last week, and nothing changed.',
    'That is no answer. I want to talk to somebody.',
    'Still down, whatever you say.',
    'I may as well go to a competitor.',
  ],
  waiting: [
    'Anybody there?',
    'I should add that this has been going on since yesterday.',
    'An answer would be nice…',
    'Forgot to say: customer since 2014.',
  ],
  posts: [
    'Fibre is coming to 120 more towns this winter. Is yours among them? Ask us below.',
    'Our shops stay open until 8 pm over the holidays. Drop in, the hot chocolate is on us.',
    'The new box: smaller, thriftier, and wifi as far as the last bedroom.',
    'Our teams are out after the storm. Thank you for your patience, and take care.',
  ],
};
