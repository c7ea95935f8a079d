// simdjson's on-demand reader and RapidJSON's Writer over the payloads, driven as bench-codecs is:
//
//   codecs PAYLOADS
//   simdjson decode order compact 200       ->  197.3
//
// Bodies are decoded into structs that own their strings and arrays (`simdjson`) or hold views (`views`); buffers
// have the padding that simdjson wants, copied before any time is taken, and parser, writer and buffer are used again.
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>
#include <simdjson.h>

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

using namespace simdjson;

template <class Text> struct Ping { int64_t count; };
template <class Text> struct Order {
  Text customer, item; double price; int64_t quantity; bool express;
  Text currency; double discount; bool gift; Text note;
};
template <class Text> struct Body { int64_t id; Text name; bool visible; double mass; std::vector<double> position; Text material; };
template <class Text> struct Light { Text name; double power; Text colour; };
template <class Text> struct Scene { Text name; std::vector<Body<Text>> bodies; int64_t frame; std::vector<Light<Text>> lights; };
template <class Text> struct Record { Text key; double x, y, z; int64_t count; };
template <class Text> struct Dataset { std::vector<Record<Text>> records; };

// An element of an array, in order.
struct Elements {
  ondemand::array array; ondemand::array_iterator at;
  explicit Elements(ondemand::array list) : array(list), at(array.begin()) {}
  bool first = true;
  ondemand::value next() { if (!first) ++at; first = false; return ondemand::value(*at); }
  // Goes past the last element.
  void end() { ++at; }
};

template <class Text> Text text(ondemand::value value) { return Text(std::string_view(value.get_string())); }

// Keys are looked for in the order in which they are declared, which is the quickest; in any order when they are not.
template <bool ordered> ondemand::value member(ondemand::object &object, std::string_view key) {
  if constexpr (ordered) return object.find_field(key); else return object.find_field_unordered(key);
}

template <class Text, bool ordered> void read(ondemand::value value, Body<Text> &body) {
  ondemand::object object = value.get_object();
  body.id = member<ordered>(object, "id").get_int64();
  body.name = text<Text>(member<ordered>(object, "name"));
  body.visible = member<ordered>(object, "visible").get_bool();
  body.mass = member<ordered>(object, "mass").get_double();
  for (auto number : member<ordered>(object, "position").get_array()) body.position.push_back(number.get_double());
  body.material = text<Text>(member<ordered>(object, "material"));
}
template <class Text, bool ordered> void read(ondemand::value value, Light<Text> &light) {
  ondemand::object object = value.get_object();
  light.name = text<Text>(member<ordered>(object, "name"));
  light.power = member<ordered>(object, "power").get_double();
  light.colour = text<Text>(member<ordered>(object, "colour"));
}
template <class Text, bool ordered> void read(ondemand::value value, Record<Text> &record) {
  ondemand::object object = value.get_object();
  record.key = text<Text>(member<ordered>(object, "key"));
  record.x = member<ordered>(object, "x").get_double();
  record.y = member<ordered>(object, "y").get_double();
  record.z = member<ordered>(object, "z").get_double();
  record.count = member<ordered>(object, "count").get_int64();
}
template <class Text, bool ordered, class T> void read(ondemand::value value, std::vector<T> &list) {
  for (auto element : value.get_array()) { list.emplace_back(); read<Text, ordered>(element.value(), list.back()); }
}

template <class Text, bool ordered> int64_t read(Elements &arguments, Elements &outer, Ping<Text> &ping) {
  ping.count = arguments.next().get_int64();
  return ping.count;
}
template <class Text, bool ordered> int64_t read(Elements &arguments, Elements &outer, Order<Text> &order) {
  order.customer = text<Text>(arguments.next());
  order.item = text<Text>(arguments.next());
  order.price = arguments.next().get_double();
  order.quantity = arguments.next().get_int64();
  order.express = arguments.next().get_bool();
  arguments.end();
  ondemand::object options = outer.next().get_object();
  order.currency = text<Text>(member<ordered>(options, "currency"));
  order.discount = member<ordered>(options, "discount").get_double();
  order.gift = member<ordered>(options, "gift").get_bool();
  order.note = text<Text>(member<ordered>(options, "note"));
  return order.quantity + order.note.size();
}
template <class Text, bool ordered> int64_t read(Elements &arguments, Elements &outer, Scene<Text> &scene) {
  scene.name = text<Text>(arguments.next());
  read<Text, ordered>(arguments.next(), scene.bodies);
  arguments.end();
  ondemand::object options = outer.next().get_object();
  scene.frame = member<ordered>(options, "frame").get_int64();
  read<Text, ordered>(member<ordered>(options, "lights"), scene.lights);
  return scene.bodies.size() + scene.lights.size() + scene.frame;
}
template <class Text, bool ordered> int64_t read(Elements &arguments, Elements &outer, Dataset<Text> &dataset) {
  read<Text, ordered>(arguments.next(), dataset.records);
  return dataset.records.size();
}

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;
void string(Writer &writer, const std::string &text) { writer.String(text.data(), rapidjson::SizeType(text.size())); }
void begin(Writer &writer, const char *type) { writer.StartArray(); writer.String(type); writer.StartArray(); }
void write(Writer &writer, const Ping<std::string> &ping) {
  begin(writer, "ping"); writer.Int64(ping.count); writer.EndArray();
  writer.StartObject(); writer.EndObject(); writer.EndArray();
}
void write(Writer &writer, const Order<std::string> &order) {
  begin(writer, "order");
  string(writer, order.customer); string(writer, order.item); writer.Double(order.price);
  writer.Int64(order.quantity); writer.Bool(order.express); writer.EndArray();
  writer.StartObject();
  writer.Key("currency"); string(writer, order.currency); writer.Key("discount"); writer.Double(order.discount);
  writer.Key("gift"); writer.Bool(order.gift); writer.Key("note"); string(writer, order.note);
  writer.EndObject(); writer.EndArray();
}
void write(Writer &writer, const Scene<std::string> &scene) {
  begin(writer, "scene"); string(writer, scene.name); writer.StartArray();
  for (auto &body : scene.bodies) {
    writer.StartObject();
    writer.Key("id"); writer.Int64(body.id); writer.Key("name"); string(writer, body.name);
    writer.Key("visible"); writer.Bool(body.visible); writer.Key("mass"); writer.Double(body.mass);
    writer.Key("position"); writer.StartArray(); for (double x : body.position) writer.Double(x); writer.EndArray();
    writer.Key("material"); string(writer, body.material); writer.EndObject();
  }
  writer.EndArray(); writer.EndArray(); writer.StartObject();
  writer.Key("frame"); writer.Int64(scene.frame); writer.Key("lights"); writer.StartArray();
  for (auto &light : scene.lights) {
    writer.StartObject(); writer.Key("name"); string(writer, light.name); writer.Key("power");
    writer.Double(light.power); writer.Key("colour"); string(writer, light.colour); writer.EndObject();
  }
  writer.EndArray(); writer.EndObject(); writer.EndArray();
}
void write(Writer &writer, const Dataset<std::string> &dataset) {
  begin(writer, "dataset"); writer.StartArray();
  for (auto &record : dataset.records) {
    writer.StartObject(); writer.Key("key"); string(writer, record.key);
    writer.Key("x"); writer.Double(record.x); writer.Key("y"); writer.Double(record.y);
    writer.Key("z"); writer.Double(record.z); writer.Key("count"); writer.Int64(record.count); writer.EndObject();
  }
  writer.EndArray(); writer.EndArray(); writer.StartObject(); writer.EndObject(); writer.EndArray();
}

std::vector<std::string> bodies(const std::string &file) {
  std::ifstream in(file, std::ios::binary);
  std::vector<std::string> all;
  uint32_t size;
  while (in.read(reinterpret_cast<char *>(&size), 4)) { all.emplace_back(size, '\0'); in.read(&all.back()[0], size); }
  return all;
}

template <template <class> class Message, class Text, bool ordered>
int64_t decode(ondemand::parser &parser, const padded_string &body, Message<Text> &message, std::string_view expected) {
  ondemand::document document = parser.iterate(body);
  Elements outer(document.get_array());
  if (std::string_view(outer.next().get_string()) != expected) throw std::runtime_error("another message");
  Elements arguments(outer.next().get_array());
  return read<Text, ordered>(arguments, outer, message);
}

struct Task { std::function<int64_t()> round; size_t bodies; };

template <template <class> class Message> Task make(const std::string &who, const std::string &payload, const std::string &spelling, const std::string &file) {
  auto parser = std::make_shared<ondemand::parser>();
  auto padded = std::make_shared<std::vector<padded_string>>();
  for (auto &body : bodies(file)) padded->emplace_back(body);
  if (who == "rapidjson") {
    auto messages = std::make_shared<std::vector<Message<std::string>>>();
    for (auto &body : *padded) { messages->emplace_back(); decode<Message, std::string, false>(*parser, body, messages->back(), payload); }
    auto buffer = std::make_shared<rapidjson::StringBuffer>();
    return {[=] { int64_t sum = 0; for (auto &message : *messages) { buffer->Clear(); Writer writer(*buffer); write(writer, message); sum += buffer->GetSize(); } return sum; }, messages->size()};
  }
  bool ordered = spelling != "shuffled", views = who == "views";
  auto run = [=](auto decodeOne) { return Task{[=] { int64_t sum = 0; for (auto &body : *padded) sum += decodeOne(body); return sum; }, padded->size()}; };
  if (views && ordered) return run([=](const padded_string &body) { Message<std::string_view> m; return decode<Message, std::string_view, true>(*parser, body, m, payload); });
  if (views) return run([=](const padded_string &body) { Message<std::string_view> m; return decode<Message, std::string_view, false>(*parser, body, m, payload); });
  if (ordered) return run([=](const padded_string &body) { Message<std::string> m; return decode<Message, std::string, true>(*parser, body, m, payload); });
  return run([=](const padded_string &body) { Message<std::string> m; return decode<Message, std::string, false>(*parser, body, m, payload); });
}

int main(int, char **arguments) {
  std::string folder = arguments[1], line;
  std::map<std::string, Task> tasks;
  while (std::getline(std::cin, line)) {
    std::istringstream words(line);
    std::string who, what, payload, spelling; long rounds;
    words >> who >> what >> payload >> spelling >> rounds;
    std::string name = who + payload + spelling, file = folder + "/" + payload + "." + spelling;
    if (!tasks.count(name)) {
      if (payload == "ping") tasks[name] = make<Ping>(who, payload, spelling, file);
      else if (payload == "order") tasks[name] = make<Order>(who, payload, spelling, file);
      else if (payload == "scene") tasks[name] = make<Scene>(who, payload, spelling, file);
      else tasks[name] = make<Dataset>(who, payload, spelling, file);
    }
    Task &task = tasks[name];
    int64_t sum = 0;
    auto start = std::chrono::steady_clock::now();
    for (long round = 0; round < rounds; round++) sum += task.round();
    std::chrono::duration<double, std::nano> spent = std::chrono::steady_clock::now() - start;
    if (!sum) return 1;
    printf("%.3f\n", spent.count() / double(rounds * task.bodies));
    fflush(stdout);
  }
}
