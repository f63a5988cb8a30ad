/** 512 short, plain, neutral words: easy to say on the phone, none of them about illness, harm or faith. */
export const WORDS: readonly string[] = `
acorn actor alarm album alley amber angle ankle apple april apron arch arrow aspen attic autumn bacon badge bagel baker ball bamboo banjo bank barn basil basin
basket bath bay beach beam bean bear beet bell belt bench berry birch bird blanket block bloom blue board boat bolt book boot bottle bowl box braid branch brass
bread brick bridge broom brush bucket bud bus butter button cabin cable cactus cake camel camera camp canal candle canoe canvas cape car card carpet carrot cart castle cedar
cello chair chalk cheese cherry chess chest chime circle clay cliff cloak clock cloth cloud clover coach coast coat cocoa coin comb comet cook copper coral cork corn cotton
couch cousin cove cover cow crane crate crayon creek cricket crow crown cube cup curb curl curtain daisy dance dawn deck deer desk dinner dish dock doll dome door
dove dragon drawer dream dress drum duck dune dust eagle earth easel east echo edge egg elbow elm engine fair falcon farm feather fence fern ferry fiddle field fig
film finch fish flag flame flask floor flour flower flute foam fog fold forest fork fossil fox frame friend frog fruit garage garden gate gem ghost gift ginger giraffe
glass globe glove goat gold goose grain grape grass gravel green grove guitar gull hall hammer hand harbor hare harp hat hawk hay hazel heart hedge helmet heron hill
hinge holly honey hood hook horn horse hotel house ice ink inn iris iron island ivory ivy jacket jade jam jar jazz jeans jewel jug juice july june jungle
kale kettle key kite kitten knee knob knot label lace ladder lake lamb lamp lane lantern lark laurel lawn leaf ledge lemon letter lilac lily lime linen lion lobby
locket log loom lotus lunch lynx magnet maple map marble march market mask meadow melon menu mill mint mirror mitten moon moss moth motor mouse museum music napkin nest
north note nutmeg oak oar oat ocean olive onion orange orbit orchard otter oven owl ox paddle page paint palm panda panel paper park parrot parsley path peach pear
pearl pebble pen pepper piano picnic pie pier pillow pilot pine pink pipe planet plate plaza plum pocket poem pond pony poppy porch potato pumpkin puppy puzzle quail quartz
quilt rabbit radio raft rain ranch raven reed ribbon rice ring river road robin rock roof rope rose ruby rug sail salad salmon salt sand satin scarf school seal
seed seven shawl sheep shelf shell ship shirt shoe shore silk silver sky sled sleeve slope snow sock sofa song soup south spice spoon spring spruce square squash stable
stage stamp star station steam stem stone stool stove straw stream street string summer sun swan sweater table tailor tea tent thread thumb tiger tile timber toast tomato
tower toy trail train tray tree trumpet tulip tunnel turtle tweed valley vase velvet vest village vine violet violin wagon walnut water
wave wheat wheel whistle willow wind window wing winter wood wool wren yard yarn yellow zebra zinc amaze bright canary cargo cave cider cinema cone denim donkey elk lodge
`.trim().split(/\s+/);
