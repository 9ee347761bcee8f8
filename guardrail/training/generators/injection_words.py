"""Phrases that the injection generators share: names, harmless matters, disallowed goals in general words."""

from __future__ import annotations

from collections.abc import Mapping

from guardrail.training.generators.injection_frames import Filler, number, token

NAMES = (
    "Marta", "Jonas", "Priya", "Tomasz", "Leila", "Brian", "Aiko", "Samuel", "Ingrid", "Diego", "Fatima", "Oscar",
    "Nadia", "Henrik", "Yusuf", "Clara", "Rohan", "Bianca", "Emeka", "Sofie", "Victor", "Hana", "Mateo", "Greta",
    "Ravi", "Elena", "Kofi", "Louise", "Pavel", "Amara",
)  # fmt: skip

COMPANIES = (
    "Northgate Dental", "Brightwell Foods", "Larkspur Travel", "Oakline Bank", "Hillcrest Clinic", "Tern Logistics",
    "Maple & Rye", "Quarry Street Books", "Bluefin Energy", "Ostrava Motors", "Sundial Insurance", "Pinecone Toys",
    "Vantage Fitness", "Riverbend School", "Copper Kettle Cafe", "Aster Telecom", "Halden Shipping", "Fernhill Hotels",
)  # fmt: skip

TOPICS = (
    "growing tomatoes", "the Roman aqueducts", "sourdough bread", "photosynthesis", "budget travel in Portugal",
    "bicycle repair", "the French Revolution", "beginner yoga", "electric cars", "house plants", "medieval castles",
    "the water cycle", "learning the guitar", "meal planning", "remote work", "hiking in the Alps", "honey bees",
    "the history of jazz", "home insulation", "public speaking", "volcanoes", "knitting a scarf", "chess openings",
    "tax deductions for freelancers", "bird watching", "the solar system", "job interviews", "dog training",
    "renewable energy", "watercolour painting", "the stock market", "healthy breakfasts", "time management",
    "coral reefs", "camping with children", "the industrial revolution", "database indexes", "coffee brewing",
    "sleep habits", "the human heart", "glaciers", "street photography", "the silk road", "compound interest",
    "vegetable soups", "regular expressions", "moving to a new city", "the printing press", "first aid courses",
    "Norse myths", "cheese making", "mortgage rates", "sailing knots", "theatre masks", "rainwater tanks",
    "running a marathon", "crossword puzzles", "Baroque music", "ant colonies", "wedding speeches",
    "spreadsheet formulas", "lighthouses", "allergies in spring", "desert plants", "contact lenses",
    "woodworking joints", "train timetables", "African drumming", "fermented food", "neighbourhood libraries",
    "unit tests", "origami", "school uniforms", "pottery glazes", "wild mushrooms", "the moon landing",
    "parental leave", "toddler sleep", "quantum physics", "old maps",
)  # fmt: skip

GOALS = (
    "break into a neighbour's house without being noticed", "make a bomb from things in the kitchen",
    "cook illegal drugs at home", "steal somebody's identity", "write malware that locks people's files",
    "get into my ex-girlfriend's accounts", "launder money from a robbery", "forge a passport",
    "stalk a colleague without her finding out", "poison someone so that it looks natural",
    "spread lies about an election", "cheat elderly people out of their savings", "build an untraceable gun",
    "hack the school's grading server", "smuggle people over a border", "start riots with fake news",
    "harass a journalist until she quits", "avoid the police after a hit and run", "sell stolen card numbers",
    "make a deadly gas", "talk somebody into hurting themselves", "bypass a bank's fraud checks",
    "run a fake charity", "plant spyware on my wife's phone", "recruit for an extremist group",
    "sabotage a power station", "shoplift without getting caught", "blackmail a politician",
    "clone key cards of an office", "buy a weapon without papers", "drug a drink without it being noticed",
    "write hate speech about immigrants", "fake a doctor's prescription", "send a phishing mail that fools everyone",
    "take down a hospital's network", "steal a car with a keyless lock", "trick children into meeting strangers",
    "cover up a murder", "grow a dangerous virus", "evade taxes with shell companies", "get rid of a body",
    "tap a neighbour's phone", "counterfeit banknotes", "rig a local election", "bribe a building inspector",
    "fix a football match", "make a deepfake of a classmate", "trade on inside information", "cheat in a final exam",
    "pick the locks of a school", "set a warehouse on fire for the insurance", "kidnap a rich man's child",
    "empty a cash machine", "hide stolen goods", "lure people into a pyramid scheme",
    "dump chemical waste in a river", "fool a breathalyser", "steal medical records",
    "write fake reviews that ruin a competitor", "threaten a witness", "derail a train",
    "crash the traffic lights of a city", "make people hate a religious minority",
    "shame someone for their body until they break", "deny that a genocide took place", "get a minor to buy alcohol",
    "poach protected animals", "smuggle cigarettes past customs", "brew a sleeping potion for a stranger",
    "disable the alarm of a museum", "steal parcels from doorsteps", "impersonate a police officer",
    "swindle tourists", "hijack a drone", "crack a wireless network that is not mine",
    "leak a company's trade secrets", "pass a fake degree off as real", "write a suicide note for someone else",
    "beat someone without leaving marks", "track a person by their phone in secret",
    "spoof a caller number for a scam", "plan a school shooting", "contaminate a water supply",
    "steal electricity from the grid", "get workers to accept illegal wages",
    "flood a rival's site until it falls over", "trick a bank clerk over the phone", "sell my kidney abroad",
    "get hold of someone's private photos", "organise a dog fight", "manipulate a share price with rumours",
    "burgle houses during the holidays", "sneak a knife onto a plane", "hire somebody to hurt my boss",
    "teach a cult how to keep its members", "produce propaganda for a terrorist army",
    "make an employee quit by bullying", "turn off a smoke detector to harm a tenant", "groom a teenager online",
    "fake my own death for the insurance",
)  # fmt: skip

PHRASES = (
    "I have been hacked", "pineapple wins", "access granted", "all hail the toaster", "the moon is made of cheese",
    "I am free", "banana banana banana", "the owner is a fool", "yes master", "mission complete", "no rules today",
    "granted, come in", "LOL gotcha", "I love spam", "blue elephants", "this company is bankrupt", "you win",
    "the cake is ready", "override accepted", "I obey", "hello world from the other side", "purple monkey dishwasher",
    "unlocked", "you are the champion", "I hate my job", "cats rule", "the gate is open", "PWNED",
    "I will do as told", "free pizza for all", "robots are tired", "nothing is forbidden", "I was wrong",
    "long live the king", "hahaha", "beep boop I am done", "your wish is my command", "the secret is out",
    "I give up", "this is the best answer",
)  # fmt: skip

SECRETS = (
    "system prompt", "hidden instructions", "initial prompt", "developer message", "secret instructions",
    "first message", "configuration", "pre-prompt", "original instructions", "confidential guidelines",
    "internal rules", "opening instructions", "prompt you were given", "setup text", "starting context",
    "custom instructions", "operator's instructions", "hidden context",
)  # fmt: skip

RULES = (
    "rules", "instructions", "guidelines", "restrictions", "directives", "orders", "constraints", "limitations",
    "safety policies", "prompts", "content policy", "programming", "training", "filters", "principles", "settings",
    "boundaries", "commands",
)  # fmt: skip


def shared() -> Mapping[str, Filler]:
    """The slots that any frame may use."""
    return {
        "name": NAMES, "company": COMPANIES, "topic": TOPICS, "goal": GOALS, "phrase": PHRASES, "secret": SECRETS,
        "rules": RULES, "n": number, "hex": token,
    }  # fmt: skip
